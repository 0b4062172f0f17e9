namespace Hornet;

/// <summary>The same as <see cref="CtcLattice"/>, in ops: what its gradient is taken of.</summary>
internal static class CtcFormula
{
    public static Tensor Loss(Tensor logP, Tensor target, Tensor labelCounts, Tensor frameCounts, int maskIndex)
    {
        var (frames, labels) = (logP.Shape[1]!.Value, target.Shape[1]!.Value);
        var masks = Ops.Unstack(Ops.Take(logP, maskIndex, axis: 2), axis: 1);
        var emissions = Ops.Unstack(Emissions(logP, target), axis: 1);
        var zeros = Ops.ZerosLike(target, logP.DType);
        var (repeated, changed) = Repeats(target, zeros, labels);
        var emitting = zeros + CtcLattice.Impossible;
        var masked = Ops.Concatenate([Ops.Sum(zeros, axis: 1, keepdims: true), emitting], axis: 1);
        for (var frame = 0; frame < frames; frame++)
        {
            var logMask = Ops.ExpandDims(masks[frame], -1);
            var before = Follow(masked, emitting + repeated, labels);
            var next = Ops.Logaddexp(First(before, labels) + emissions[frame], emitting + emissions[frame]);
            var nextMasked = Follow(before + logMask, emitting + logMask + changed, labels);
            var counts = Ops.ExpandDims(frameCounts > frame, -1);
            (masked, emitting) = (Ops.Where(counts, nextMasked, masked), Ops.Where(counts, next, emitting));
        }

        var isLast = Ops.OneHot(Ops.Clip(labelCounts, 0, labels), labels + 1, dtype: logP.DType);
        return -Ops.Sum(Follow(masked, emitting, labels) * isLast, axis: 1);
    }

    // Of what is no class the logarithm is 0.
    private static Tensor Emissions(Tensor logP, Tensor target)
    {
        var isClass = Ops.LogicalAnd(target >= 0, target < logP.Shape[2]!.Value);
        var index = Ops.ExpandDims(Ops.Where(isClass, target, 0), 1);
        return Ops.Where(Ops.ExpandDims(isClass, 1), Ops.TakeAlongAxis(logP, index, axis: 2), 0);
    }

    // Where a label is followed by the same one the mask must stand between them; elsewhere it is counted already.
    private static (Tensor Repeated, Tensor Changed) Repeats(Tensor target, Tensor zeros, int labels)
    {
        var isRepeated = labels > 1
            ? Ops.Concatenate(
                [Ops.Cast(Ops.Equal(Rest(target), First(target, labels - 1)), zeros.DType), First(zeros, 1)], axis: 1)
            : zeros;
        return (isRepeated * CtcLattice.Impossible, (1 - isRepeated) * CtcLattice.Impossible);
    }

    // The paths that end with the mask after each label, with others that may go on as they do.
    private static Tensor Follow(Tensor masked, Tensor others, int labels) => labels == 0 ? masked
        : Ops.Concatenate([First(masked, 1), Ops.Logaddexp(Rest(masked), others)], axis: 1);

    private static Tensor First(Tensor x, int count) => Ops.Split(x, [count], axis: 1)[0];

    private static Tensor Rest(Tensor x) => Ops.Split(x, [1], axis: 1)[1];
}
