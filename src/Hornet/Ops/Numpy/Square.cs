using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The square of each element.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <example><code>var z = Ops.Square(x);</code></example>
    public static Tensor Square(Tensor x) => new SquareOp().Apply(x);

    private sealed record SquareOp : MapOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => NotBool(inputs[0].DType);

        protected override Element? Function => Element.Square;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::mul"u8, "Tensor"u8, x, x);

        // dx = 2x · g
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * saved.Input(0) * 2;
    }
}
