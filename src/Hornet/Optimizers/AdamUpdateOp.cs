using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Optimizers;

/// <summary>
/// A step of Adam's in one pass over memory: of (w, m, v, g, α), and how much of w goes before, the new (w, m, v). All
/// are float32.
/// </summary>
internal sealed record AdamUpdateOp(double Beta1, double Beta2, double Epsilon, bool HasDecay = false) : Primitive
{
    private static readonly TensorSpec s_scalar = new([], DType.Float32);

    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        var w = inputs[0];
        return w.DType == DType.Float32 && inputs[1] == w && inputs[2] == w && inputs[3] == w
            && inputs[4] == s_scalar && inputs.Length == (HasDecay ? 6 : 5) && inputs[^1] == s_scalar
                ? [w, w, w]
                : throw new ShapeException(
                    ClassName, $"four float32 tensors of one shape and {(HasDecay ? "two scalars" : "a scalar")}",
                    string.Join(", ", inputs.ToArray()));
    }

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
        DenseKernels.Run(new AdamKernel(inputs[0].Count, this), inputs, outputs);

    protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
        new DenseLowering(new AdamKernel(inputs[0].Shape.Size, this));

    // Nothing learns through an update.
    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => new Tensor?[HasDecay ? 6 : 5];
}
