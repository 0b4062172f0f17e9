using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The same elements in memory of their own.</summary>
    /// <param name="x">Any tensor.</param>
    /// <example><code>var y = Ops.Copy(x);</code></example>
    public static Tensor Copy(Tensor x) => new CopyOp().Apply(x);

    private sealed record CopyOp : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorHandle Run(TensorHandle x) => RowMajor.Copy(x, x.DType);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g;
    }
}
