using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The activations that libtorch has kernels for.</summary>
    private enum Fused
    {
        Gelu,
        GeluTanh,
        HardSigmoid,
        HardSilu,
        LogSigmoid,
        Mish,
        Sigmoid,
        Silu,
        Softplus,
    }

    /// <summary>An activation of real floats in one kernel.</summary>
    private sealed record FusedActivationOp(Fused Function) : UnaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        /// <summary>The same, of other ops: what gradients of gradients are taken of.</summary>
        public static Tensor InOps(Fused function, Tensor x) => function switch
        {
            Fused.Gelu => GeluFormula(x, approximate: false),
            Fused.GeluTanh => GeluFormula(x, approximate: true),
            Fused.HardSigmoid => HardSigmoidFormula(x),
            Fused.HardSilu => x * HardSigmoidFormula(x),
            Fused.Mish => x * Tanh(Softplus(x)),
            Fused.Silu => x * Sigmoid(x),
            _ => new FusedActivationOp(function).Apply(x), // its gradient is written in ops
        };

        protected override TensorHandle Run(TensorHandle x)
        {
            if (x.DType.IsFloat8())
            {
                using var wide = Kernels.Widen(x);
                return Kernels.Narrow(Kernel(wide), x.DType);
            }

            return Kernel(x);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Function switch
        {
            Fused.LogSigmoid => g * Sigmoid(-saved.Input(0)),
            Fused.Softplus => g * Sigmoid(saved.Input(0)),
            _ => new FusedActivationGradientOp(Function).Apply(g, saved.Input(0)),
        };

        private TensorHandle Kernel(TensorHandle x) => Function switch
        {
            Fused.Gelu => GeluKernels.Gelu(x),
            Fused.GeluTanh => Aten.Call("aten::gelu"u8, default, x, "tanh"),
            Fused.HardSigmoid => Aten.Call("aten::hardsigmoid"u8, default, x),
            Fused.HardSilu => Aten.Call("aten::hardswish"u8, default, x),
            Fused.LogSigmoid => Aten.Call("aten::log_sigmoid"u8, default, x),
            Fused.Mish => Aten.Call("aten::mish"u8, default, x),
            Fused.Sigmoid => Aten.Call("aten::sigmoid"u8, default, x),
            Fused.Silu => Aten.Call("aten::silu"u8, default, x),
            _ => Aten.Call("aten::logaddexp"u8, default, x, Constants.Scalar(0, x.DType).Handle),
        };
    }

    /// <summary>The gradient of such an activation, in one kernel.</summary>
    private sealed record FusedActivationGradientOp(Fused Function) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec x) => g;

        protected override TensorHandle Run(TensorHandle g, TensorHandle x) => Function switch
        {
            Fused.Gelu => GeluKernels.Gradient(g, x),
            Fused.GeluTanh => Aten.Call("aten::gelu_backward"u8, default, g, x, "tanh"),
            Fused.HardSigmoid => Aten.Call("aten::hardsigmoid_backward"u8, default, g, x),
            Fused.HardSilu => Aten.Call("aten::hardswish_backward"u8, default, g, x),
            Fused.Mish => Aten.Call("aten::mish_backward"u8, default, g, x),
            _ => Aten.Call("aten::silu_backward"u8, default, g, x),
        };

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var function = Function;
            var gradients = SecondOrder.Of(
                t => FusedActivationOp.InOps(function, t[0]), [saved.Input(1)], saved.Input(0), [g]);
            return (gradients[0], gradients[1]);
        }
    }
}
