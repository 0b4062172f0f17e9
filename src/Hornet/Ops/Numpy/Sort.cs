namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements along an axis in ascending order; what is not a number comes last.</summary>
    /// <param name="x">A tensor of at least 1 axis. Complex numbers go by the real, then the imaginary part.</param>
    /// <param name="axis">The axis; the flattened tensor is sorted where null.</param>
    /// <example><code>var sorted = Ops.Sort(new[] { 3, 1, 2 }); // 1, 2, 3</code></example>
    public static Tensor Sort(Tensor x, int? axis = -1) => new SortOp(axis).Apply(x);

    /// <summary>The indices (int32) that sort the elements along an axis; equal elements keep their order.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axis; the flattened tensor is sorted where null, as a scalar always is.</param>
    /// <example><code>var order = Ops.Argsort(new[] { 3, 1, 2 }); // 1, 2, 0</code></example>
    public static Tensor Argsort(Tensor x, int? axis = -1) => new ArgsortOp(axis).Apply(x);

    /// <summary>The indices (int32) that put the smallest elements along an axis first.</summary>
    /// <param name="x">Any tensor of at least 1 axis.</param>
    /// <param name="kth">
    /// The place up to which they are in ascending order. Those of the greater elements follow in the order in which
    /// they are in the tensor.
    /// </param>
    /// <param name="axis">The axis; the flattened tensor is partitioned where null.</param>
    /// <example><code>var order = Ops.Argpartition(new[] { 3, 4, 2, 1 }, kth: 1); // 3, 2, 0, 1</code></example>
    public static Tensor Argpartition(Tensor x, int kth, int? axis = -1) => new ArgpartitionOp(kth, axis).Apply(x);

    private sealed record SortOp(int? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Sorted(inputs[0], Axis, ClassName)[0];
    }

    private sealed record ArgsortOp(int? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Sorted(inputs[0], inputs[0].Rank == 0 ? null : Axis, ClassName)[1];
    }

    private sealed record ArgpartitionOp(int Kth, int? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Axis is null ? Ravel(inputs[0]) : inputs[0];
            var axis = x.Shape.Resolve(Axis ?? 0, ClassName);
            if (Kth >= x.Shape[axis] || Kth < -x.Shape[axis])
            {
                throw new ShapeException(
                    ClassName, $"kth as an index of axis {axis}, of size {x.Shape[axis]}", $"kth={Kth}, x={x.Spec}");
            }

            var order = Moveaxis(Argsort(x, axis), axis, -1);
            TensorIndex end = TensorIndex.Slice(stop: Kth == -1 ? null : Kth + 1);
            TensorIndex begin = TensorIndex.Slice(start: Kth == -1 ? int.MaxValue : Kth + 1);
            Tensor[] parts = [order[TensorIndex.Ellipsis, end], Sort(order[TensorIndex.Ellipsis, begin])];
            return Moveaxis(Concatenate(parts, -1), -1, axis);
        }
    }

    private static Tensor[] Sorted(Tensor x, int? axis, string operation) => axis is { } one
        ? new SortedOp(x.Shape.Resolve(one, operation)).ApplyMany(x)
        : new SortedOp(0).ApplyMany(Ravel(x));
}
