using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>1 less the error function of each element: exact where that is near 1.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Erfc(x);</code></example>
    public static Tensor Erfc(Tensor x) => new ErfcOp().Apply(x);

    private sealed record ErfcOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::erfc"u8, x);

        // dx = −g · 2/√π · exp(−x²)
        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            g * Exp(-Square(saved.Input(0))) * (-2 / double.Sqrt(double.Pi));
    }
}
