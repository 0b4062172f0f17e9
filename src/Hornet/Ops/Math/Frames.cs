using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sequences of a length that are in longer ones, one a step after the other.</summary>
    /// <param name="x">Sequences, along the last axis.</param>
    /// <param name="sequenceLength">The length of a sequence.</param>
    /// <param name="sequenceStride">How far one is from the next.</param>
    /// <example><code>
    /// var z = Ops.ExtractSequences(new float[] { 1, 2, 3, 4 }, 2, 1); // 1, 2; 2, 3; 3, 4
    /// </code></example>
    public static Tensor ExtractSequences(Tensor x, int sequenceLength, int sequenceStride) =>
        new ExtractSequencesOp(sequenceLength, sequenceStride).Apply(x);

    private sealed record ExtractSequencesOp(int SequenceLength, int SequenceStride) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            new FramesOp(SequenceLength, SequenceStride).Apply(inputs[0]);
    }

    /// <summary>Windows of the last axis: (..., length) to (..., windows, size).</summary>
    private sealed record FramesOp(int Size, int Step) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) =>
            Size > 0 && Step > 0 && x.Shape.Rank > 0 && (x.Shape[^1] ?? Size) >= Size
                ? x with { Shape = [.. x.Shape[..^1], (x.Shape[^1] - Size) / Step + 1, Size] }
                : throw new ShapeException(
                    "ExtractSequences", "sequences at least as long as a window, and steps of 1 or more",
                    $"x={x}, sequenceLength={Size}, sequenceStride={Step}");

        protected override TensorHandle Run(TensorHandle x)
        {
            using var bits = Bits.Movable(x);
            using var windows = Aten.Call("aten::unfold"u8, default, bits, -1L, (long)Size, (long)Step);
            using var frames = windows.Contiguous();
            return Bits.View(frames, x.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new OverlapAddOp(Step, saved.InputSpec(0).Shape[^1]).Apply(g);
    }

    /// <summary>Windows laid over each other and added up: (..., windows, size) to (..., length).</summary>
    private sealed record OverlapAddOp(int Step, int? Length) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x with
        {
            Shape = [.. x.Shape[..^2], Length ?? ((x.Shape[^2] - 1) * Step + x.Shape[^1])],
        };

        protected override TensorHandle Run(TensorHandle x)
        {
            var length = Length ?? ((x.Sizes[^2] - 1) * Step + x.Sizes[^1]);
            using var wide = Kernels.Widen(x);
            long[] sizes = [.. x.Sizes[..^2], length];
            var sum = Aten.Call("aten::unfold_backward"u8, default, wide, sizes, -1L, x.Sizes[^1], (long)Step);
            return Kernels.Narrow(sum, x.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new FramesOp(saved.InputSpec(0).Shape[^1]!.Value, Step).Apply(g);
    }
}
