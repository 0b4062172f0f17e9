using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>
/// The gradient of a convolution by its input: a convolution of the gradient with the kernel turned round, one for
/// each remainder of the strides. Of (g, w).
/// </summary>
internal sealed class DirectInputGradientKernel : ProductKernel
{
    private readonly ConvolutionShape _shape;
    private readonly Turned[] _parts;

    private DirectInputGradientKernel(ConvolutionShape shape, Turned[] parts) =>
        (_shape, _parts) = (shape, parts);

    private int KernelSize => _shape.PatchSize * _shape.OutputChannels;

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static DirectInputGradientKernel? Of(ConvolutionShape shape)
    {
        if (!OwnConvolutions.FillsRegisters(shape, shape.Channels)
            || (shape.Stride.Size > 1 && shape.Dilation.Size > 1))
        {
            return null;
        }

        var parts = (
            from down in TurnedAxis.Of(shape, extents => extents.Height)
            from across in TurnedAxis.Of(shape, extents => extents.Width)
            where down.Weights > 0 && across.Weights > 0
            select Turn(shape, down, across)).ToArray();
        return Array.TrueForAll(parts, part => part is not null) ? new(shape, parts!) : null;
    }

    public override void Run(ReadOnlySpan<Address> inputs, Address result, Finish finish)
    {
        if (_parts.Length < _shape.Stride.Size)
        {
            Clear(result); // some places get no sum
        }

        var isOne = _parts.Length == 1 && _shape.Stride.Size == 1; // others give places that lie apart
        var each = isOne ? finish : default;
        long bytes = 0;
        foreach (var part in _parts)
        {
            bytes = Math.Max(bytes, part.Convolution.ScratchBytes(KernelSize, each));
        }

        var turned = Scratch.Get(bytes);
        foreach (var part in _parts)
        {
            Turn(part, inputs[1], turned.Span<float>(KernelSize));
            part.Convolution.Run(inputs[0], turned, result, KernelSize, each);
        }

        if (!isOne)
        {
            finish.All();
        }
    }

    private static Turned? Turn(ConvolutionShape shape, TurnedAxis down, TurnedAxis across)
    {
        var turned = shape with
        {
            Input = shape.Output,
            Output = new(1, down.Count, across.Count),
            Kernel = new(1, down.Weights, across.Weights),
            Stride = new(1, 1, 1),
            Channels = shape.OutputChannels,
            OutputChannels = shape.Channels,
            Low = new(0, down.Low, across.Low),
        };
        var convolution = shape.Stride.Size == 1 ? ConvolutionProduct.Fastest(turned)
            : OwnConvolutions.IsCountable(turned) ? new DirectConvolutionKernel(turned, Places(shape, down, across))
            : null;
        return convolution is null ? null : new(down, across, convolution);
    }

    private static ResultPlaces Places(ConvolutionShape shape, TurnedAxis down, TurnedAxis across)
    {
        var line = shape.Input.Width * shape.Channels;
        return new(
            ((long)down.First * line) + (across.First * shape.Channels),
            (long)shape.Input.Height * line,
            (long)down.Step * line,
            across.Step * shape.Channels);
    }

    private void Clear(Address dx)
    {
        var image = _shape.Input.Size * _shape.Channels;
        for (var i = 0; i < _shape.Batch; i++)
        {
            dx.Span<float>((long)i * image, image).Clear();
        }
    }

    // turned[place, output, input] = w[the place's weight, input, output]
    private void Turn(Turned part, Address w, Span<float> turned)
    {
        var (inputs, outputs) = (_shape.Channels, _shape.OutputChannels);
        var matrix = inputs * outputs;
        for (var place = 0; place < part.Down.Weights * part.Across.Weights; place++)
        {
            var (down, across) = Math.DivRem(place, part.Across.Weights);
            var weight = (part.Down.WeightAt(down) * _shape.Kernel.Width) + part.Across.WeightAt(across);
            Transpose(w.Span<float>((long)weight * matrix, matrix), turned[..matrix], inputs, outputs);
            turned = turned[matrix..];
        }
    }

    private static void Transpose(ReadOnlySpan<float> from, Span<float> to, int inputs, int outputs)
    {
        for (var output = 0; output < outputs; output++)
        {
            var row = to.Slice(output * inputs, inputs);
            for (int input = 0, at = output; input < row.Length; input++, at += outputs)
            {
                row[input] = from[at];
            }
        }
    }

    private sealed record Turned(TurnedAxis Down, TurnedAxis Across, ConvolutionProduct Convolution);
}
