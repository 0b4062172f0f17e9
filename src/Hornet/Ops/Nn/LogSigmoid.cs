using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm of the sigmoid: <c>−log(1 + e⁻ˣ)</c>, which stays finite where that underflows.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <example><code>var y = Ops.LogSigmoid(x);</code></example>
    public static Tensor LogSigmoid(Tensor x) => new LogSigmoidOp().Apply(x);

    private sealed record LogSigmoidOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Aten.Call("aten::log_sigmoid"u8, default, x);

        // dx = g · σ(−x)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Sigmoid(-saved.Input(0));
    }
}
