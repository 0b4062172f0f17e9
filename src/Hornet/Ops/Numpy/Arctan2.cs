using System.Numerics;
using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The angle, in radians, of the point (x2, x1): in [−π, π].</summary>
    /// <param name="x1">Any tensor of numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var angle = Ops.Arctan2(1f, -1f); // 2.3562</code></example>
    public static Tensor Arctan2(Tensor x1, Tensor x2) => new Arctan2Op().Apply(x1, x2);

    private sealed record Arctan2Op : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Floating | Kinds.Complex;

        // As in Keras, where a literal beside half precision counts as float32 here.
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs[0].DType, inputs[1].DType));

        protected override TensorHandle Run(TensorHandle y, TensorHandle x) => x.DType.IsComplex()
            ? OfComplex(y, x)
            : Aten.Call("aten::atan2"u8, default, y, x);

        // d atan2(y, x) = (x dy − y dx) / (x² + y²)
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (y, x) = (saved.Input(0), saved.Input(1));
            var scaled = g / (Square(x) + Square(y));
            return (scaled * x, -scaled * y);
        }

        // −i log((x + i y) / √(x² + y²))
        private static TensorHandle OfComplex(TensorHandle y, TensorHandle x)
        {
            using var i = TensorHandle.From([Complex.ImaginaryOne], [], DType.Complex128);
            using var iy = Aten.Call("aten::mul"u8, "Tensor"u8, y, i);
            using var point = Aten.Add(x, iy, 1);
            using var xx = Aten.Call("aten::mul"u8, "Tensor"u8, x, x);
            using var yy = Aten.Call("aten::mul"u8, "Tensor"u8, y, y);
            using var square = Aten.Add(xx, yy, 1);
            using var length = Aten.Call("aten::sqrt"u8, default, square);
            using var direction = Aten.Call("aten::div"u8, "Tensor"u8, point, length);
            using var log = Aten.Call("aten::log"u8, default, direction);
            using var result = Aten.Call("aten::div"u8, "Tensor"u8, log, i);
            return Kernels.To(result, x.DType);
        }
    }
}
