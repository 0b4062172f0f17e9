namespace Hornet;

public static partial class Ops
{
    /// <summary>The mean and the variance over axes.</summary>
    /// <param name="x">Any tensor of floats; float16 and bfloat16 are averaged in float32.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var (mean, variance) = Ops.Moments(x, axes: 0);</code></example>
    public static (Tensor Mean, Tensor Variance) Moments(Tensor x, Axes axes, bool keepdims = false)
    {
        var moments = new MomentsOp(axes, keepdims).ApplyMany(x);
        return (moments[0], moments[1]);
    }

    private sealed record MomentsOp(Axes Axes, bool Keepdims) : Composite
    {
        private const double LargestHalf = 65504;

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            var wide = x.DType.IsHalf() ? Cast(x, DType.Float32) : x;
            Tensor[] moments = [Mean(wide, Axes, Keepdims), Var(wide, Axes, Keepdims)];
            return x.DType.IsHalf()
                ? Array.ConvertAll(moments, moment => Cast(Clip(moment, -LargestHalf, LargestHalf), x.DType))
                : moments;
        }
    }
}
