using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The inverse of the error function of each element.</summary>
    /// <param name="x">Any tensor of real numbers within [-1, 1]; integers become floats.</param>
    /// <example><code>var z = Ops.Erfinv(x);</code></example>
    public static Tensor Erfinv(Tensor x) => new ErfinvOp().Apply(x);

    private sealed record ErfinvOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::erfinv"u8, x);

        // dx = g · √π/2 · exp(erfinv² x)
        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            g * Exp(Square(saved.Output)) * (double.Sqrt(double.Pi) / 2);
    }
}
