using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor of zeros with the shape of another.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="dtype">The dtype; that of <paramref name="x"/> where null.</param>
    /// <example><code>var y = Ops.ZerosLike(x);</code></example>
    public static Tensor ZerosLike(Tensor x, DType? dtype = null) => new ZerosLikeOp(dtype).Apply(x);

    private sealed record ZerosLikeOp(DType? DType) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x with { DType = DType ?? x.DType };

        protected internal override bool IgnoresValues => true;

        protected override TensorHandle Run(TensorHandle x) => Aten.Call(
            "aten::zeros_like"u8,
            default,
            x,
            Argument.Some(DType ?? x.DType),
            Argument.None,
            Argument.None,
            Argument.None,
            Argument.None);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
