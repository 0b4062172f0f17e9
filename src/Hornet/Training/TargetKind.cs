namespace Hornet;

/// <summary>What "accuracy" and "crossentropy" mean for an output: read off the shapes.</summary>
internal static class TargetKind
{
    internal enum Kind
    {
        Binary,
        SparseCategorical,
        Categorical,
    }

    public static Kind Of(Tensor yTrue, Tensor yPred)
    {
        var last = yPred.Rank > 0 ? yPred.Shape[yPred.Rank - 1] : 1;
        var isSparse = yTrue.Rank < yPred.Rank || (yTrue.Shape[yTrue.Rank - 1] == 1 && last > 1);
        return last == 1 ? Kind.Binary : isSparse ? Kind.SparseCategorical : Kind.Categorical;
    }
}
