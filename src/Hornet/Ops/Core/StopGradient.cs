using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The same tensor, through which no gradient flows.</summary>
    /// <param name="variable">Any tensor.</param>
    /// <example><code>var target = Ops.StopGradient(x * 2);</code></example>
    public static Tensor StopGradient(Tensor variable) => new StopGradientOp().Apply(variable);

    private sealed record StopGradientOp : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x) => x.NewReference();

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
