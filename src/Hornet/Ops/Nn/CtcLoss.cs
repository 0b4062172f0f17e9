using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>How unlikely label sequences are of frames of logits, over all ways to align them (CTC).</summary>
    /// <param name="target">The labels (batch, most labels), integers.</param>
    /// <param name="output">The logits (batch, frames, classes).</param>
    /// <param name="targetLength">How many labels of each sequence count.</param>
    /// <param name="outputLength">How many frames of each sequence count.</param>
    /// <param name="maskIndex">The class that stands for no label.</param>
    /// <example><code>
    /// var loss = Ops.CtcLoss(new[,] { { 1, 2 } }, new float[1, 5, 4], new[] { 2 }, new[] { 5 }); // (1,)
    /// </code></example>
    public static Tensor CtcLoss(
        Tensor target, Tensor output, Tensor targetLength, Tensor outputLength, int maskIndex = 0) =>
        new CTCLossOp(maskIndex).Apply(target, output, targetLength, outputLength);

    private sealed record CTCLossOp(int MaskIndex) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            Check(inputs);
            var logP = LogSoftmax(Cast(inputs[1], Promotion.Common(inputs[1].DType, DType.Float32)));
            return new AlignmentLossOp(MaskIndex).Apply(
                logP, Cast(inputs[0], DType.Int32), Cast(inputs[2], DType.Int32), Cast(inputs[3], DType.Int32));
        }

        private void Check(ReadOnlySpan<Tensor> inputs)
        {
            var (target, output, labels, frames) = (inputs[0].Shape, inputs[1].Shape, inputs[2].Shape, inputs[3].Shape);
            var fits = target.Rank == 2 && output.Rank == 3 && labels.Rank == 1 && frames.Rank == 1
                && Shape.Agree(target[0], output[0]) && Shape.Agree(labels[0], target[0]) && Shape.Agree(frames[0],
                    output[0])
                && MaskIndex >= 0 && (output[2] is null || MaskIndex < output[2]);
            if (!fits)
            {
                throw new ShapeException(
                    ClassName,
                    "a target (batch, labels), an output (batch, frames, classes), two lengths (batch) and a " +
                    "mask_index " +
                    "that is a class",
                    $"target={inputs[0].Spec}, output={inputs[1].Spec}, target_length={inputs[2].Spec}, " +
                    $"output_length={inputs[3].Spec}, mask_index={MaskIndex}");
            }
        }
    }

    /// <summary>−log of the probability of labels, of the logarithms of those of each frame's classes.</summary>
    private sealed record AlignmentLossOp(int MaskIndex) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
            [inputs[0] with { Shape = [inputs[0].Shape[0] ?? inputs[1].Shape[0]] }];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var sizes = inputs[0].Sizes;
            using var wide = Views.Cast(inputs[0], DType.Float64);
            using var logP = wide.Contiguous();
            using var target = inputs[1].Contiguous();
            using var labels = inputs[2].Contiguous();
            using var frames = inputs[3].Contiguous();
            using var losses = TensorHandle.Empty(DType.Float64, sizes[..1]);
            var lattice = new CtcLattice((int)sizes[1], (int)sizes[2], (int)inputs[1].Sizes[1], MaskIndex);
            var image = lattice.Frames * lattice.Classes;
            for (var i = 0; i < sizes[0]; i++)
            {
                losses.Elements<double>()[i] = lattice.Loss(
                    logP.Elements<double>().Slice(i * image, image),
                    target.Elements<int>().Slice(i * lattice.Labels, lattice.Labels),
                    labels.Elements<int>()[i],
                    frames.Elements<int>()[i]);
            }

            outputs[0] = Views.Cast(losses, inputs[0].DType);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var logP = saved.Input(0);
            var tape = new Tape();
            try
            {
                tape.Watch(logP);
                var loss = CtcFormula.Loss(logP, saved.Input(1), saved.Input(2), saved.Input(3), MaskIndex);
                return [tape.Gradients([loss], [g[0]], [logP])[0], null, null, null];
            }
            finally
            {
                tape.Close();
            }
        }
    }
}
