using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The error function of each element: 2/√π times the integral of exp(−t²) from 0 to it.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Erf(x);</code></example>
    public static Tensor Erf(Tensor x) => new ErfOp().Apply(x);

    private sealed record ErfOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::erf"u8, x);

        // dx = g · 2/√π · exp(−x²)
        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            g * Exp(-Square(saved.Input(0))) * (2 / double.Sqrt(double.Pi));
    }
}
