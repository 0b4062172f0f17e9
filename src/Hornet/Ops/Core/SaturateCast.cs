using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Converts the elements to another dtype; what it cannot hold becomes the nearest that it can.</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <param name="dtype">The dtype of the result; floatx where null.</param>
    /// <example><code>var pixels = Ops.SaturateCast(new float[] { -3, 300 }, DType.UInt8); // 0, 255</code></example>
    public static Tensor SaturateCast(Tensor x, DType? dtype) =>
        new SaturateCastOp(dtype ?? Keras.Config.Floatx()).Apply(x);

    private sealed record SaturateCastOp(DType DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            Require(ClassName, Kinds.Real, "x", x.Spec);
            return DType == x.DType ? x
                : DType.IsInteger() ? new SaturateOp(DType).Apply(x)
                : DType == DType.Bool ? Cast(Clip(x, 0, 1), DType)
                : Cast(WithinRange(x), DType);
        }

        // Infinities too.
        private Tensor WithinRange(Tensor x) => x.DType.IsFloating() && Limit(DType) <= Limit(x.DType)
            ? Clip(x, -Limit(DType), Limit(DType))
            : Clip(Cast(x, Promotion.Common(Promotion.ToFloating(x.DType), DType)), -Limit(DType), Limit(DType));

        private static double Limit(DType dtype) => dtype switch
        {
            DType.Float64 => double.MaxValue,
            DType.Float32 => float.MaxValue,
            DType.BFloat16 => 3.3895313892515355e38,
            DType.Float16 => 65504,
            DType.Float8E5M2 => 57344,
            _ => 448,
        };
    }

    /// <summary>To integers; the kernel of <see cref="Cast"/> from floats, too.</summary>
    private sealed record SaturateOp(DType DType) : MapOp
    {
        protected override DType ResultType(DType operand) => DType;

        protected override TensorHandle Run(TensorHandle x) => Saturation.Run(x, DType);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
