using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sums of all elements up to each one along an axis.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <param name="axis">The axis to go along; where null the flat tensor.</param>
    /// <param name="dtype">The dtype to add in.</param>
    /// <example><code>var z = Ops.Cumsum(new[] { 1, 2, 3 }); // 1, 3, 6</code></example>
    public static Tensor Cumsum(Tensor x, int? axis = null, DType? dtype = null) =>
        new CumsumOp(axis, dtype).Apply(x);

    /// <summary>The products of all elements up to each one along an axis.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <param name="axis">The axis to go along; where null the flat tensor.</param>
    /// <param name="dtype">The dtype to multiply in.</param>
    /// <example><code>var z = Ops.Cumprod(new[] { 1, 2, 3 }); // 1, 2, 6</code></example>
    public static Tensor Cumprod(Tensor x, int? axis = null, DType? dtype = null) =>
        new CumprodOp(axis, dtype).Apply(x);

    private sealed record CumsumOp(int? Axis, DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, axis) = Along(inputs[0], Axis, DType, ClassName);
            return new RunningSumOp(axis, Reverse: false).Apply(x);
        }
    }

    private sealed record CumprodOp(int? Axis, DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, axis) = Along(inputs[0], Axis, DType, ClassName);
            return new RunningProductOp(axis).Apply(x);
        }
    }

    /// <summary>What a running result is computed of: the flat tensor where no axis is given.</summary>
    private static (Tensor X, int Axis) Along(Tensor x, int? axis, DType? dtype, string operation)
    {
        Require(operation, Kinds.Any, "x", x.Spec);
        var operand = Cast(x, dtype ?? NotBool(x.DType));
        return axis is { } given ? (operand, x.Shape.Resolve(given, operation)) : (Flat(operand), 0);
    }

    private sealed record RunningSumOp(int Axis, bool Reverse) : MapOp
    {
        protected override TensorHandle Run(TensorHandle x)
        {
            using var wide = Kernels.Widen(x);
            return Kernels.Narrow(Reverse ? Backwards(wide) : Forwards(wide), x.DType);
        }

        // dxᵢ = Σ gₖ over k ≥ i
        protected override Tensor? Vjp(Tensor g, Residuals saved) => new RunningSumOp(Axis, !Reverse).Apply(g);

        private TensorHandle Forwards(TensorHandle x) =>
            Aten.Call("aten::cumsum"u8, default, x, (long)Axis, Argument.Some(x.DType));

        private TensorHandle Backwards(TensorHandle x)
        {
            using var flipped = Aten.Call("aten::flip"u8, default, x, new long[] { Axis });
            using var sums = Forwards(flipped);
            return Aten.Call("aten::flip"u8, default, sums, new long[] { Axis });
        }
    }

    private sealed record RunningProductOp(int Axis) : MapOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x)
        {
            using var wide = Kernels.Widen(x);
            var products = Aten.Call("aten::cumprod"u8, default, wide, (long)Axis, Argument.Some(wide.DType));
            return Kernels.Narrow(products, x.DType);
        }

        // dxᵢ = Σ gₖ Π xⱼ over k ≥ i and j ≤ k, j ≠ i. With pₖ the product of what is not zero up to k, and nₖ the
        // number of zeros up to k: the terms with nₖ = 0 count, divided by xᵢ; of the first zero those with nₖ = 1.
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            var zero = Cast(Equal(x, 0), x.DType);
            var zeros = new RunningSumOp(Axis, Reverse: false).Apply(zero);
            var safe = x + zero;
            var weighted = g * new RunningProductOp(Axis).Apply(safe);
            var none = Cast(Equal(zeros, 0), x.DType);
            var one = Cast(Equal(zeros, 1), x.DType);
            var back = new RunningSumOp(Axis, Reverse: true);
            return (back.Apply(weighted * none) / safe * (1 - zero)) + (back.Apply(weighted * one) * one * zero);
        }
    }
}
