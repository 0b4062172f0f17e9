namespace Hornet.Training;

/// <summary>Weights of classes as weights of samples.</summary>
internal static class ClassWeights
{
    public static Batch Apply(Batch batch, IReadOnlyDictionary<int, double>? classWeight)
    {
        if (classWeight is null)
        {
            return batch;
        }

        if (batch.Y is not { IsLeaf: true } targets)
        {
            throw new ArgumentException(
                "`class_weight` is only supported for models with a single output. Weigh the samples with " +
                "sample_weight.");
        }

        return batch.SampleWeight is null
            ? batch with { SampleWeight = Weights(targets.Value, classWeight) }
            : throw new ArgumentException("You cannot pass `class_weight` and `sample_weight` at the same time.");
    }

    // Of one-hot targets the class is the place of the largest value.
    private static EagerTensor Weights(Tensor targets, IReadOnlyDictionary<int, double> classWeight)
    {
        var isOneHot = targets.Rank > 1 && targets.Shape[targets.Rank - 1] > 1;
        var classes = isOneHot ? Ops.Argmax(targets, axis: -1) : Ops.Reshape(targets, [targets.Shape[0]]);
        var weights = Array.ConvertAll(
            Ops.Cast(Ops.Round(classes), DType.Int32).ToArray<int>(),
            label => (float)classWeight.GetValueOrDefault(label, 1));
        return Tensor.From(classes.Shape, weights);
    }
}
