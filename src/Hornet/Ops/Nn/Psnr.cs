namespace Hornet;

public static partial class Ops
{
    /// <summary>The peak signal-to-noise ratio of two images in decibels: higher is more alike.</summary>
    /// <param name="x1">An image, or several.</param>
    /// <param name="x2">Another of the same shape.</param>
    /// <param name="maxVal">The greatest value that there can be: 1, or 255.</param>
    /// <example><code>var decibels = Ops.Psnr(x, y, maxVal: 1);</code></example>
    public static Tensor Psnr(Tensor x1, Tensor x2, double maxVal) => new PSNROp(maxVal).Apply(x1, x2);

    private sealed record PSNROp(double MaxVal) : Composite
    {
        // 20 log₁₀ max − 10 log₁₀ mean((x1 − x2)²)
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x1, x2) = (inputs[0], inputs[1]);
            return Shape.Agree(x1.Shape, x2.Shape)
                ? (20 * Log10(Constants.Scalar(MaxVal, x2.DType))) - (10 * Log10(Mean(Square(x1 - x2))))
                : throw new ShapeException(ClassName, "tensors of the same shape", $"x1={x1.Spec}, x2={x2.Spec}");
        }
    }
}
