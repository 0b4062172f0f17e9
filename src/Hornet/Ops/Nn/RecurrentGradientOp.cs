using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// The way back through time, from the gradients by the results that there are, the sequence of h, what was kept
    /// and the inputs: the gradients by kernel, recurrent kernel, bias, states and x, as far as there are such; what
    /// each step left for them.
    /// </summary>
    private sealed record RecurrentGradientOp(RecurrentOp Forward, RecurrentCotangents Cotangents) : Primitive
    {
        private int Saved => Cotangents.Count + 2;

        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, kernel, recurrent) = (inputs[Saved], inputs[Saved + 1], inputs[Saved + 2]);
            var units = recurrent.Shape[0];
            TensorSpec state = new([x.Shape[0], units], x.DType);
            return
            [
                kernel,
                recurrent,
                .. Forward.HasBias ? [new(Forward.Kind.BiasShape(units), x.DType)] : (TensorSpec[])[],
                .. Forward.HasState ? Enumerable.Repeat(state, Forward.States) : [],
                .. Cotangents.WantsX ? (TensorSpec[])[x] : [],
                new(
                    [x.Shape[0], x.Shape[1], Forward.Kind.Steps<float>(1).Left * units],
                    RecurrentOp.Wide(x.DType)),
            ];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var given = RecurrentOp.SpecsOf(inputs);
            Span<TensorHandle> wide = stackalloc TensorHandle[inputs.Length];
            RecurrentOp.Widen(inputs, wide, inputs.Length - (Forward.HasMask ? 1 : 0));
            RecurrentOp.RunWide(KernelFor(given), wide, Infer(given), outputs);
        }

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            inputs[Saved].DType == RecurrentOp.Wide(inputs[Saved].DType)
                ? new DenseLowering(KernelFor(inputs))
                : null;

        // The first pass is written step by step here: what it saved for the kernel counts as computed anew.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            Tensor[] inputs = [.. Enumerable.Range(Saved, saved.InputCount - Saved).Select(saved.Input)];
            var mask = Forward.HasMask ? inputs[^1] : null;
            var operands = Forward.HasMask ? inputs[..^1] : inputs;
            bool[] arrived = [Cotangents.Sequence, Cotangents.H, .. Forward.States > 1 ? [Cotangents.C] : (bool[])[]];
            var gradients = SecondOrder.Of(
                given => [.. Forward.InOps(given, mask).Where((_, i) => arrived[i])],
                operands,
                [.. Enumerable.Range(0, Cotangents.Count).Select(saved.Input)],
                [Cotangents.WantsX ? g[^2] : null, .. g[..(operands.Length - 1)]]);
            return
            [
                .. gradients[..Cotangents.Count], null, null, .. gradients[Cotangents.Count..],
                .. Forward.HasMask ? new Tensor?[1] : [],
            ];
        }

        private DenseKernel KernelFor(ReadOnlySpan<TensorSpec> inputs)
        {
            var layout = Forward.LayoutOf(inputs[Saved..]);
            return RecurrentOp.Wide(inputs[Saved].DType) == DType.Float64
                ? new RecurrentGradientKernel<double>(layout, Forward.Kind.Steps<double>(layout.Units), Cotangents)
                : new RecurrentGradientKernel<float>(layout, Forward.Kind.Steps<float>(layout.Units), Cotangents);
        }
    }
}
