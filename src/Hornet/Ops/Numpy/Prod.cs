using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The product over axes, or over all.</summary>
    /// <param name="x">Any tensor of numbers; bools and small integers multiply in 32 bits.</param>
    /// <param name="axis">The axes to multiply over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <param name="dtype">The dtype to multiply in.</param>
    /// <example><code>var z = Ops.Prod(new[] { 2, 3, 4 }); // 24</code></example>
    public static Tensor Prod(Tensor x, Axes? axis = null, bool keepdims = false, DType? dtype = null) =>
        new ProdOp(axis, keepdims, dtype).Apply(x);

    private sealed record ProdOp(Axes? Axis, bool Keepdims, DType? DType) : ReductionOp(Axis, Keepdims)
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => DType ?? Accumulated(inputs[0].DType);

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims)
        {
            var product = x.NewReference();
            foreach (var axis in axes)
            {
                using var previous = product;
                product = Aten.Call("aten::prod"u8, "dim_int"u8, previous, axis, true, Argument.None);
            }

            if (keepdims)
            {
                return product;
            }

            using (product)
            {
                return Aten.Call("aten::squeeze"u8, "dims"u8, product, axes);
            }
        }

        // dxᵢ = g · Π xⱼ over j ≠ i: with p the product of what is not zero, that is
        // g · p / xᵢ where nothing is zero, g · p where only xᵢ is, and else zero.
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            var isZero = Equal(x, 0);
            var zero = Cast(isZero, x.DType);
            var safe = x + zero;
            var zeros = Sum(zero, Axis, keepdims: true);
            var counts = LogicalOr(Equal(zeros, 0), LogicalAnd(isZero, Equal(zeros, 1)));
            return Kept(g, x.Shape) * Prod(safe, Axis, keepdims: true) / safe * Cast(counts, x.DType);
        }
    }
}
