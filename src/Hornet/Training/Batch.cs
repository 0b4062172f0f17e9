namespace Hornet;

/// <summary>What one step of training or evaluation takes.</summary>
/// <param name="X">The inputs.</param>
/// <param name="Y">The targets; null where there are none.</param>
/// <param name="SampleWeight">How much each sample counts; all the same where null.</param>
public sealed record Batch(Nested<Tensor> X, Nested<Tensor>? Y = null, Nested<Tensor>? SampleWeight = null)
{
    /// <summary>Inputs and targets.</summary>
    public static implicit operator Batch((Tensor X, Tensor Y) pair) => new(pair.X, pair.Y);

    /// <summary>Inputs and targets, as a named method for languages without conversions.</summary>
    public static Batch FromValueTuple((Tensor X, Tensor Y) pair) => pair;

    internal Nested<Tensor> ToNested() =>
        Nested.List<Tensor>([X, Y ?? Nested.Leaf<Tensor>(null), SampleWeight ?? Nested.Leaf<Tensor>(null)]);

    internal static Batch FromNested(Nested<Tensor> parts) => new(parts[0], OrNull(parts[1]), OrNull(parts[2]));

    /// <summary>The size of the batch axis.</summary>
    internal int Size => FirstInput.Shape is { Rank: > 0 } shape
        ? shape[0] ?? 0
        : throw new ArgumentException(
            "Expected inputs with a batch axis, whose first axis counts the samples. Received: a scalar. " +
            "Add an axis: Ops.ExpandDims(x, 0).");

    private Tensor FirstInput => X?.Flatten().Find(tensor => tensor is not null) ?? throw new ArgumentException(
        $"Expected at least one array of samples in x. Received: {X?.ToString() ?? "null"}.");

    private static Nested<Tensor>? OrNull(Nested<Tensor> part) => part.IsLeaf && part.Value is null ? null : part;
}
