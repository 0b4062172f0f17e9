using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Each element without what follows the point.</summary>
    /// <param name="x">Any tensor of real numbers; integers and bools stay what they are.</param>
    /// <example><code>var z = Ops.Trunc(new[] { 1.7f, -1.7f }); // 1, -1</code></example>
    public static Tensor Trunc(Tensor x) => new TruncOp().Apply(x);

    private sealed record TruncOp : MapOp
    {
        protected override Kinds Accepts => Kinds.Real;

        protected override TensorHandle Run(TensorHandle x) =>
            x.DType.IsFloating() ? Kernels.Call("aten::trunc"u8, x) : x.NewReference();

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null; // constant almost everywhere
    }
}
