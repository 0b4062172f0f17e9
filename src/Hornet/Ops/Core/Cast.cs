using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>The functions of <c>keras.ops</c>: on eager tensors they compute, on symbolic ones they build a graph.</summary>
public static partial class Ops
{
    /// <summary>Converts the elements to another dtype; floats to integers are cut towards zero.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="dtype">The dtype of the result.</param>
    /// <example><code>var whole = Ops.Cast(x, DType.Int32);</code></example>
    public static Tensor Cast(Tensor x, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x is EagerTensor { Literal: { } literal } ? Constants.Get(literal, dtype)
            : x.DType == dtype && x is not KerasTensor ? x
            : new CastOp(dtype).Apply(x);
    }

    private sealed record CastOp(DType DType) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x with { DType = DType };

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::to"u8, "dtype"u8, x, DType, false, false, Argument.None);

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            DType.IsFloating() || DType.IsComplex() ? Cast(g, saved.InputSpec(0).DType) : null;
    }
}
