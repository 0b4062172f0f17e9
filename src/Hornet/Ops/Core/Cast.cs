using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The functions of <c>keras.ops</c>: eager tensors are computed with, symbolic ones build a graph.</summary>
public static partial class Ops
{
    /// <summary>Converts the elements to another dtype.</summary>
    /// <remarks>Floats are cut to integers towards zero and saturate; of complex numbers the real part stays.</remarks>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="dtype">The dtype of the result.</param>
    /// <example><code>var whole = Ops.Cast(x, DType.Int32);</code></example>
    public static Tensor Cast(Tensor x, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x is EagerTensor { Literal: { } literal } ? Constants.Get(literal, dtype)
            : x.DType == dtype && x is not KerasTensor ? x
            : new CastOp(dtype).Apply(x);
    }

    private sealed record CastOp(DType DType) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x)
        {
            Require(ClassName, Kinds.Any, "x", x);
            return DType != DType.String ? x with { DType = DType }
                : throw new ArgumentException($"Cast: expected a dtype of numbers. Received: {DType.KerasName()}.");
        }

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            new ElementLowering(Element.Copy);

        protected override TensorHandle Run(TensorHandle x)
        {
            var from = x.DType;
            if (from.IsFloating() && DType.IsInteger())
            {
                return Saturation.Run(x, DType);
            }

            if (!from.IsComplex() || DType.IsComplex() || DType == DType.Bool)
            {
                return Kernels.To(x, DType);
            }

            using var real = Aten.Call("aten::real"u8, default, x);
            return DType.IsInteger() ? Saturation.Run(real, DType) : Kernels.To(real, DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            DType.IsFloating() || DType.IsComplex() ? Cast(g, saved.InputSpec(0).DType) : null;
    }
}
