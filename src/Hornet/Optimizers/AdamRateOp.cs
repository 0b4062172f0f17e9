using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Optimizers;

/// <summary>How far a step of Adam's goes: of the learning rate (float32) and the steps so far (int32).</summary>
internal sealed record AdamRateOp(double Beta1, double Beta2) : BinaryPrimitive
{
    protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
        new DenseLowering(new Kernel(this));

    protected override TensorSpec Infer(TensorSpec rate, TensorSpec iterations) =>
        rate == new TensorSpec([], DType.Float32) && iterations == new TensorSpec([], DType.Int32)
            ? rate
            : throw new ShapeException(ClassName, "a float32 and an int32 scalar", $"{rate}, {iterations}");

    protected override TensorHandle Run(TensorHandle rate, TensorHandle iterations)
    {
        var result = TensorHandle.Empty(DType.Float32, []);
        new Kernel(this).Run([rate.Address, iterations.Address], [result.Address]);
        return result;
    }

    // Nothing learns through an update.
    protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);

    private sealed class Kernel(AdamRateOp op) : DenseKernel
    {
        private readonly float _beta1 = (float)op.Beta1;
        private readonly float _beta2 = (float)op.Beta2;

        // α = rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ)
        public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
        {
            var t = inputs[1].First<int>() + 1;
            var first = 1 - (float)Math.Pow(_beta1, t);
            var second = 1 - (float)Math.Pow(_beta2, t);
            outputs[0].First<float>() = inputs[0].First<float>() * MathF.Sqrt(second) / first;
        }
    }
}
