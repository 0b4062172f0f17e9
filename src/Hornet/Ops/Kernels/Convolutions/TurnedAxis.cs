namespace Hornet;

/// <summary>
/// An axis of a convolution seen from its input: the places first, first + step, ... get sums over a window of the
/// gradient that moves place by place, with every step-th weight of the kernel, the last one first.
/// </summary>
/// <param name="First">The first of these places.</param>
/// <param name="Step">How far they are apart: the convolution's stride.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Weights">How many weights of the kernel they see.</param>
/// <param name="FirstWeight">The first of these.</param>
/// <param name="Low">How many places of their first window lie before the gradient.</param>
internal readonly record struct TurnedAxis(int First, int Step, int Count, int Weights, int FirstWeight, int Low)
{
    /// <summary>All places, a set for each remainder of the stride.</summary>
    /// <remarks>An output o and a weight k meet place o·stride + k·dilation − low.</remarks>
    public static TurnedAxis[] Of(ConvolutionShape shape, Func<Extents, int> axis)
    {
        var (stride, dilation, low) = (axis(shape.Stride), axis(shape.Dilation), axis(shape.Low));
        var axes = new TurnedAxis[Math.Min(stride, axis(shape.Input))];
        for (var first = 0; first < axes.Length; first++)
        {
            var (after, weight) = Math.DivRem(first + low, stride);
            if (weight < 0)
            {
                (after, weight) = (after - 1, weight + stride);
            }

            var weights = Math.Max((axis(shape.Kernel) - weight + stride - 1) / stride, 0);
            axes[first] = new(
                first,
                stride,
                (axis(shape.Input) - first + stride - 1) / stride,
                weights,
                weight,
                ((weights - 1) * dilation) - after);
        }

        return axes;
    }

    /// <summary>Which weight of the kernel a turned window has at a place.</summary>
    public int WeightAt(int place) => FirstWeight + (Step * (Weights - 1 - place));
}
