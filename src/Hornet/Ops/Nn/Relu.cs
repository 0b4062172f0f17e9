using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The positive part of each element: <c>max(x, 0)</c>.</summary>
    /// <param name="x">Any tensor of real numbers; bools become int32.</param>
    /// <example><code>var y = Ops.Relu(x);</code></example>
    public static Tensor Relu(Tensor x) => new ReluOp().Apply(x);

    private sealed record ReluOp : UnaryPrimitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].DType == DType.Bool ? DType.Int32 : null;

        protected override TensorSpec Infer(TensorSpec x) => !x.DType.IsComplex()
            ? x
            : throw new ShapeException(ClassName, "a tensor of real numbers", $"x={x}");

        protected override TensorHandle Run(TensorHandle x)
        {
            var dtype = x.DType;
            if (dtype.IsUnsigned())
            {
                return x.NewReference();
            }

            if (!dtype.IsFloat8())
            {
                return Aten.Call("aten::relu"u8, default, x);
            }

            using var wide = Views.Cast(x, DType.Float32);
            using var y = Aten.Call("aten::relu"u8, default, wide);
            return Views.Cast(y, dtype);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new ReluGradientOp().Apply(g, saved.Output);
    }

    /// <summary>dx = g where y > 0, else 0.</summary>
    private sealed record ReluGradientOp : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec y) => g;

        protected override TensorHandle Run(TensorHandle g, TensorHandle y)
        {
            using var isPositive = Aten.Call("aten::gt"u8, "Tensor"u8, y, Constants.Scalar(0, y.DType).Handle);
            return Views.Where(isPositive, g, Constants.Scalar(0, g.DType).Handle);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new ReluGradientOp().Apply(g, saved.Input(1)), null);
    }
}
