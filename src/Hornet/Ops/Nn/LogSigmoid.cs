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

        protected override TensorHandle Run(TensorHandle x) =>
            x.DType.IsComplex() ? OfComplex(x) : Aten.Call("aten::log_sigmoid"u8, default, x);

        // dx = g · σ(−x)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Sigmoid(-saved.Input(0));

        private static TensorHandle OfComplex(TensorHandle x)
        {
            using var negative = Aten.Call("aten::neg"u8, default, x);
            using var exponential = Aten.Call("aten::exp"u8, default, negative);
            using var logarithm = Aten.Call("aten::log1p"u8, default, exponential);
            return Aten.Call("aten::neg"u8, default, logarithm);
        }
    }
}
