using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Optimizers;

/// <summary>A step of Adam's in one pass over memory: of (w, m, v, g, α) the new (w, m, v). All are float32.</summary>
internal sealed record AdamUpdateOp(double Beta1, double Beta2, double Epsilon) : Primitive
{
    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        var w = inputs[0];
        return w.DType == DType.Float32 && inputs[1] == w && inputs[2] == w && inputs[3] == w
            && inputs[4] == new TensorSpec([], DType.Float32)
                ? [w, w, w]
                : throw new ShapeException(
                    ClassName, "four float32 tensors of one shape and a scalar", string.Join(", ", inputs.ToArray()));
    }

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
        DenseKernels.Run(new AdamKernel(inputs[0].Count, this), inputs, outputs);

    protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
        new DenseLowering(new AdamKernel(inputs[0].Shape.Size, this));

    // Nothing learns through an update.
    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null, null, null, null, null];
}
