namespace Hornet.Losses;

/// <summary>From the values of a loss to one: masks, sample weights, shapes that are brought together.</summary>
internal static class LossReduction
{
    private static readonly string[] s_names = ["sum_over_batch_size", "sum", "none", "mean",
        "mean_with_sample_weight"];

    /// <summary>A reduction that there is.</summary>
    public static string? Standardize(string? reduction) =>
        reduction is null || Array.IndexOf(s_names, reduction) >= 0 ? reduction : throw new ArgumentException(
            $"Expected reduction to be one of: {string.Join(", ", s_names)}, or null. Received: '{reduction}'.",
            nameof(reduction));

    /// <summary>Weights the values, leaves out what a mask leaves out, and reduces them.</summary>
    public static Tensor ReduceWeighted(
        Tensor values, Tensor? sampleWeight, Tensor? mask, string? reduction, DType dtype)
    {
        values = Ops.Cast(values, dtype);
        sampleWeight = ApplyMask(sampleWeight, mask, dtype, reduction);
        if (sampleWeight is not null)
        {
            (values, sampleWeight) = SameRank(values, sampleWeight);
            CheckWeights(values, sampleWeight);
            values *= sampleWeight;
        }

        return Reduce(values, sampleWeight, reduction);
    }

    /// <summary>
    /// Sample weights that are 0 where the mask is. For a mean what is left weighs as much more as is left out, so that
    /// dividing by the number of all values gives the mean of those that count.
    /// </summary>
    public static Tensor? ApplyMask(Tensor? sampleWeight, Tensor? mask, DType dtype, string? reduction)
    {
        var weight = sampleWeight is null ? null : Ops.Cast(sampleWeight, dtype);
        if (mask is null)
        {
            return weight;
        }

        var counts = Ops.Cast(mask, dtype);
        if (reduction is "mean" or "sum_over_batch_size")
        {
            // all / valid where the mask holds; 0 where nothing is valid
            counts = Ops.Where(Ops.Cast(mask, DType.Bool), Ops.DivideNoNan(Count(counts), Ops.Sum(counts)), 0);
        }

        if (weight is null)
        {
            return counts;
        }

        (counts, weight) = SameRank(counts, weight);
        return weight * counts;
    }

    /// <summary>
    /// Where the ranks differ by one and the last axis has size 1, drops that axis, or adds it to what has one axis
    /// only: (N, 1) beside (N,) must not broadcast to (N, N).
    /// </summary>
    public static (Tensor X, Tensor Y) SameRank(Tensor x, Tensor y)
    {
        if (x.Rank == y.Rank + 1 && x.Shape[^1] == 1)
        {
            return y.Rank == 1 ? (x, Ops.ExpandDims(y, -1)) : (Ops.Squeeze(x, -1), y);
        }

        if (y.Rank == x.Rank + 1 && y.Shape[^1] == 1)
        {
            return x.Rank == 1 ? (Ops.ExpandDims(x, -1), y) : (x, Ops.Squeeze(y, -1));
        }

        return (x, y);
    }

    /// <summary>Targets in the dtype of the predictions, brought to one rank; refused where they do not fit.</summary>
    /// <exception cref="ShapeException">Neither broadcasts to the other.</exception>
    public static (Tensor True, Tensor Pred) Align(string function, Tensor yTrue, Tensor yPred)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        var (target, prediction) = SameRank(Ops.Cast(yTrue, yPred.DType), Ops.ConvertToTensor(yPred));
        var fits = (target.Rank == prediction.Rank || target.Rank == 0 || prediction.Rank == 0)
            && Shape.Broadcast(target.Shape, prediction.Shape) is { } shape
            && (Shape.Agree(shape, target.Shape) || Shape.Agree(shape, prediction.Shape));
        return fits ? (target, prediction) : throw new ShapeException(
            function,
            "targets of the shape of the predictions",
            $"yTrue of shape {yTrue.Shape} and yPred of shape {yPred.Shape}");
    }

    /// <summary>How many elements a tensor has, as a scalar of its dtype.</summary>
    public static Tensor Count(Tensor x) =>
        x.Shape.IsKnown ? Ops.Cast((double)x.Shape.Size, x.DType) : Ops.Sum(Ops.OnesLike(x));

    private static Tensor Reduce(Tensor values, Tensor? sampleWeight, string? reduction)
    {
        if (reduction is null or "none" || values.Rank == 0 || (values.Rank == 1 && values.Shape[0] == 0))
        {
            return values;
        }

        var sum = Ops.Sum(values);
        return reduction == "sum" ? sum
            : Ops.DivideNoNan(sum, reduction == "mean_with_sample_weight" && sampleWeight is not null
                ? Ops.Sum(sampleWeight)
                : Count(values));
    }

    private static void CheckWeights(Tensor values, Tensor sampleWeight)
    {
        if (Shape.Broadcast(values.Shape, sampleWeight.Shape) is null)
        {
            throw new ShapeException(
                "Sample weights",
                $"a shape that broadcasts with the values' {values.Shape}: one weight for each sample or for " +
                $"each value",
                $"sampleWeight of shape {sampleWeight.Shape}");
        }
    }
}
