using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>
/// The gradient of a convolution by its input, where windows follow each other place by place: a convolution of the
/// gradient with the kernel turned round. Of (g, w).
/// </summary>
internal sealed class DirectInputGradientKernel : DenseKernel
{
    private readonly ConvolutionShape _shape;
    private readonly DirectConvolutionKernel _convolution;

    private DirectInputGradientKernel(ConvolutionShape shape, ConvolutionShape turned) =>
        (_shape, _convolution) = (shape, new(turned));

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static DirectInputGradientKernel? Of(ConvolutionShape shape)
    {
        var turned = shape with
        {
            Input = shape.Output,
            Output = shape.Input,
            Channels = shape.OutputChannels,
            OutputChannels = shape.Channels,
            Low = new(0, Before(shape, extents => extents.Height), Before(shape, extents => extents.Width)),
        };
        return shape.Stride.Size == 1 && shape.Rows > 0 && DirectConvolution.Takes(turned, shape.Channels)
            ? new(shape, turned)
            : null;
    }

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var size = _shape.PatchSize * _shape.OutputChannels;
        var turned = Scratch.Get(_convolution.ScratchBytes(size));
        Turn(inputs[1].Span<float>(size), turned.Span<float>(size));
        _convolution.Run(inputs[0], turned, outputs[0], size);
    }

    // What a window of the gradient reaches over: the whole of a window but one place, less the zeros that were added.
    private static int Before(ConvolutionShape shape, Func<Extents, int> axis) =>
        ((axis(shape.Kernel) - 1) * axis(shape.Dilation)) - axis(shape.Low);

    // turned[place, output, input] = w[last place - place, input, output]
    private void Turn(ReadOnlySpan<float> w, Span<float> turned)
    {
        var (inputs, outputs) = (_shape.Channels, _shape.OutputChannels);
        var matrix = inputs * outputs;
        for (var place = _shape.Kernel.Size - 1; place >= 0; place--)
        {
            var from = w.Slice(place * matrix, matrix);
            for (var output = 0; output < outputs; output++)
            {
                var row = turned.Slice(output * inputs, inputs);
                for (int input = 0, at = output; input < row.Length; input++, at += outputs)
                {
                    row[input] = from[at];
                }
            }

            turned = turned[matrix..];
        }
    }
}
