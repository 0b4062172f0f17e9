using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The complex conjugate of each element; of a real number the number itself.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Conjugate(x);</code></example>
    public static Tensor Conjugate(Tensor x) => new ConjugateOp().Apply(x);

    /// <inheritdoc cref="Conjugate"/>
    /// <example><code>var z = Ops.Conj(x);</code></example>
    public static Tensor Conj(Tensor x) => Conjugate(x);

    private sealed record ConjugateOp : MapOp
    {
        protected override TensorHandle Run(TensorHandle x) =>
            x.DType.IsComplex() ? Aten.Call("aten::conj_physical"u8, default, x) : x.NewReference();

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Conjugate(g);
    }
}
