using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The bits of the elements as elements of another dtype. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="dtype">The dtype; if it has another width, the last axis gets longer or shorter.</param>
    /// <example><code>var bits = Ops.View(x, DType.Int32);</code></example>
    public static Tensor View(Tensor x, DType? dtype = null) => new ViewOp(dtype).Apply(x);

    private sealed record ViewOp(DType? DType) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x)
        {
            var dtype = DType ?? x.DType;
            Require(ClassName, Kinds.Any, "x", x);
            Require(ClassName, Kinds.Any, "dtype", x with { DType = dtype });
            var (from, to) = (DTypeCodes.SizeOf(x.DType), DTypeCodes.SizeOf(dtype));
            if (from == to)
            {
                return x with { DType = dtype };
            }

            return x.Shape.Rank > 0 && x.Shape[^1] * from % to is null or 0
                ? new TensorSpec(x.Shape.With(x.Shape.Rank - 1, x.Shape[^1] * from / to), dtype)
                : throw new ShapeException(
                    ClassName,
                    $"a last axis whose bytes elements of {to} bytes fill",
                    $"x={x}, dtype={dtype.KerasName()}");
        }

        protected override TensorHandle Run(TensorHandle x)
        {
            using var dense = Kernels.Contiguous(x);
            return Bits.View(dense, DType ?? x.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
