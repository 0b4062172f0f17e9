using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// The most likely labels of frames (CTC), without a mask and padded with −1, and how likely they are.
    /// </summary>
    /// <param name="inputs">The logits (batch, frames, classes).</param>
    /// <param name="sequenceLengths">How many frames of each sequence count.</param>
    /// <param name="strategy"><c>greedy</c>: of each frame the best class; <c>beam_search</c>: the best paths.</param>
    /// <param name="beamWidth">How many paths a beam search follows.</param>
    /// <param name="topPaths">How many paths a beam search gives.</param>
    /// <param name="mergeRepeated">Whether the greedy way takes equal neighbours as one.</param>
    /// <param name="maskIndex">The class that stands for no label.</param>
    /// <returns>The labels (paths, batch, frames), and for each path a score (batch, paths).</returns>
    /// <example><code>
    /// var (labels, scores) = Ops.CtcDecode(new float[1, 5, 4], new[] { 5 }); // (1, 1, 5) and (1, 1)
    /// </code></example>
    public static (Tensor Labels, Tensor Scores) CtcDecode(
        Tensor inputs,
        Tensor sequenceLengths,
        string strategy = "greedy",
        int beamWidth = 100,
        int topPaths = 1,
        bool mergeRepeated = true,
        int maskIndex = 0)
    {
        var results = new CTCDecodeOp(strategy, beamWidth, topPaths, mergeRepeated, maskIndex)
            .ApplyMany(inputs, sequenceLengths);
        return (results[0], results[1]);
    }

    private sealed record CTCDecodeOp(
        string Strategy, int BeamWidth, int TopPaths, bool MergeRepeated, int MaskIndex) : Composite
    {
        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Promotion.Common(inputs[0].DType, DType.Float32));
            var lengths = Cast(inputs[1], DType.Int32);
            var search = new DecodeOp(Strategy, BeamWidth, TopPaths, MergeRepeated, MaskIndex);
            return Strategy == "greedy"
                ? [search.ApplyMany(x, lengths)[0], GreedyScores(x, lengths)]
                : search.ApplyMany(LogSoftmax(x), lengths);
        }

        // −Σ of the best scores of the frames that count
        private static Tensor GreedyScores(Tensor x, Tensor lengths)
        {
            var best = Max(x, -1);
            var counts = Cumsum(OnesLike(best), 1) <= ExpandDims(lengths, 1);
            return -Sum(Where(counts, best, 0), 1, keepdims: true);
        }

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];
    }

    /// <summary>
    /// The search itself, of scores (batch, frames, classes). Nothing flows back through the choices.
    /// </summary>
    private sealed record DecodeOp(
        string Strategy, int BeamWidth, int TopPaths, bool MergeRepeated, int MaskIndex) : Primitive
    {
        private int Paths => Strategy == "greedy" ? 1 : TopPaths;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, lengths) = (inputs[0], inputs[1]);
            var fits = x.Shape.Rank == 3 && lengths.Shape.Rank == 1 && BeamWidth > 0 && TopPaths > 0
                && Shape.Agree(x.Shape[0], lengths.Shape[0]) && x.Shape[1] is not 0
                && MaskIndex >= 0 && (x.Shape[2] is null || MaskIndex < x.Shape[2]);
            return fits
                ? [new([Paths, x.Shape[0], x.Shape[1]], DType.Int32), x with { Shape = [x.Shape[0], Paths] }]
                : throw new ShapeException(
                    "CTCDecode",
                    "inputs (batch, frames, classes), sequence_lengths (batch), a mask_index that is a class, and at " +
                    "least one path",
                    $"inputs={x}, sequence_lengths={lengths}, mask_index={MaskIndex}, beam_width={BeamWidth}, " +
                    $"top_paths={TopPaths}");
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            // Keras finds this out when it computes, too.
            if (Strategy is not ("greedy" or "beam_search"))
            {
                throw new ArgumentException(
                    $"CTCDecode: expected strategy to be 'greedy' or 'beam_search'. Received: '{Strategy}'.");
            }

            var (batch, frames, classes) = ((int)inputs[0].Sizes[0], (int)inputs[0].Sizes[1], (int)inputs[0].Sizes[2]);
            using var wide = Views.Cast(inputs[0], DType.Float64);
            using var x = wide.Contiguous();
            using var lengths = inputs[1].Contiguous();
            using var scores = TensorHandle.Empty(DType.Float64, [batch, Paths]);
            outputs[0] = TensorHandle.Empty(DType.Int32, [Paths, batch, frames]);
            outputs[0].Elements<int>().Fill(-1);
            for (var i = 0; i < batch; i++)
            {
                var rows = x.Elements<double>().Slice(i * frames * classes, frames * classes);
                var found = Search(rows, classes, Math.Clamp(lengths.Elements<int>()[i], 0, frames));
                for (var path = 0; path < found.Count; path++)
                {
                    found[path].Labels.CopyTo(outputs[0].Elements<int>().Slice(((path * batch) + i) * frames, frames));
                    scores.Elements<double>()[(i * Paths) + path] = found[path].Score;
                }
            }

            outputs[1] = Views.Cast(scores, inputs[0].DType);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null, null];

        private List<(int[] Labels, double Score)> Search(ReadOnlySpan<double> rows, int classes, int frames) =>
            Strategy == "greedy"
                ? [CtcGreedy.Decode(rows, classes, frames, MergeRepeated, MaskIndex)]
                : new CtcBeam(classes, BeamWidth, MaskIndex).Decode(rows, frames, TopPaths);
    }
}
