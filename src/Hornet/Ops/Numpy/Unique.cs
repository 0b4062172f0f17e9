namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements of a tensor in ascending order, each once, and what else is asked for.</summary>
    /// <remarks>
    /// How many there are is known only from the data: in a graph it is an axis of unknown size, unless
    /// <paramref name="size"/> says it. What is not a number equals nothing, so that each stays.
    /// </remarks>
    /// <param name="x">Any tensor.</param>
    /// <param name="sorted">Whether the order counts. They are sorted in any case.</param>
    /// <param name="returnIndex">Whether to give where each element is first (int32).</param>
    /// <param name="returnInverse">Whether to give for each element which of the results it is (int32).</param>
    /// <param name="returnCounts">Whether to give how often each element occurs (int32).</param>
    /// <param name="axis">The axis whose slices are compared; the elements of the flattened tensor where null.</param>
    /// <param name="size">How many results to give: less or more than there are.</param>
    /// <param name="fillValue">What stands where there are fewer; the first result where null.</param>
    /// <returns>The elements alone, or a list with what else was asked for after them.</returns>
    /// <example><code>var elements = Ops.Unique(new[] { 3, 1, 3 }).Value; // 1, 3</code></example>
    public static Nested<Tensor> Unique(
        Tensor x,
        bool sorted = true,
        bool returnIndex = false,
        bool returnInverse = false,
        bool returnCounts = false,
        int? axis = null,
        int? size = null,
        Tensor? fillValue = null)
    {
        var op = new UniqueOp(sorted, returnIndex, returnInverse, returnCounts, axis, size);
        var results = fillValue is null ? op.ApplyMany(x) : op.ApplyMany(x, fillValue);
        return results is [var values] ? Nested.Leaf(values) : results;
    }

    private sealed record UniqueOp(
        bool Sorted, bool ReturnIndex, bool ReturnInverse, bool ReturnCounts, int? Axis, int? Size) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            var x = Axis is null ? Ravel(inputs[0]) : inputs[0];
            var axis = x.Shape.Resolve(Axis ?? 0, ClassName);
            var all = new DistinctOp(axis).ApplyMany(x);
            var (values, index, inverse, counts) = (all[0], all[1], all[2], all[3]);
            if (Size is { } size)
            {
                var places = Arange(size);
                var isThere = places < Ops.Size(counts);
                places = Where(isThere, places, 0);
                values = Filled(Take(values, places, axis), isThere, inputs, axis);
                index = Take(index, places);
                counts = Where(isThere, Take(counts, places), 0);
            }

            Tensor?[] asked =
            [
                values,
                ReturnIndex ? index : null,
                ReturnInverse ? Axis is null ? ReshapeLike(inverse, inputs[0]) : inverse : null,
                ReturnCounts ? counts : null,
            ];
            return [.. asked.OfType<Tensor>()];
        }

        private static Tensor Filled(Tensor values, Tensor isThere, ReadOnlySpan<Tensor> inputs, int axis)
        {
            if (inputs.Length == 1)
            {
                return values;
            }

            var after = Enumerable.Repeat<int?>(1, values.Rank - axis - 1);
            return Where(Reshape(isThere, [isThere.Shape[0], .. after]), values, Cast(inputs[1], values.DType));
        }
    }

    /// <summary>The same elements in the shape of another tensor, whose axes may be unknown.</summary>
    private static Tensor ReshapeLike(Tensor x, Tensor other) => new ReshapeLikeOp().Apply(x, other);
}
