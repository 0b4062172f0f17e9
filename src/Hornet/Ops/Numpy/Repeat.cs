using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Each element of an axis several times in a row.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="repeats">How many times.</param>
    /// <param name="axis">The axis; the flattened tensor is repeated where null.</param>
    /// <example><code>var y = Ops.Repeat(x, 2, axis: 0); // (4, 3)</code></example>
    public static Tensor Repeat(Tensor x, int repeats, int? axis = null) => Repeat(x, [repeats], axis);

    /// <summary>Each element of an axis several times in a row.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="repeats">How many times each; one number counts for all.</param>
    /// <param name="axis">The axis; the flattened tensor is repeated where null.</param>
    /// <example><code>var y = Ops.Repeat(x, [1, 2], axis: 0); // (3, 3)</code></example>
    public static Tensor Repeat(Tensor x, int[] repeats, int? axis = null)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return new RepeatOp([.. repeats], axis).Apply(x);
    }

    private sealed record RepeatOp(ValueList<int> Repeats, int? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Axis is null ? Ravel(inputs[0]) : inputs[0];
            var axis = x.Shape.Resolve(Axis ?? 0, ClassName);
            if (Repeats.Any(count => count < 0) || (Repeats.Count != 1 && !Shape.Agree(Repeats.Count, x.Shape[axis])))
            {
                throw new ShapeException(
                    ClassName,
                    $"repeats of 0 or more: one, or one for each of the {x.Shape[axis]} elements of axis {axis}",
                    $"repeats={Repeats}, x={x.Spec}");
            }

            return Repeats.Count == 1
                ? new RepeatEachOp(Repeats[0], axis).Apply(x)
                : Take(x, Tensor.From(Sources()), axis);
        }

        private int[] Sources() => [.. Repeats.SelectMany((count, place) => Enumerable.Repeat(place, count))];
    }

    /// <summary>Each element of an axis as many times in a row.</summary>
    private sealed record RepeatEachOp(int Count, int Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) =>
            x with { Shape = x.Shape.With(Axis, x.Shape[Axis] * Count) };

        protected override TensorHandle Run(TensorHandle x)
        {
            long[] sizes = [.. x.Sizes[..(Axis + 1)], Count, .. x.Sizes[(Axis + 1)..]];
            using var single = Aten.Call("aten::unsqueeze"u8, default, x, (long)(Axis + 1));
            using var repeated = RowMajor.Expand(single, sizes);
            return RowMajor.Reshape(repeated, [.. sizes[..Axis], sizes[Axis] * Count, .. sizes[(Axis + 2)..]]);
        }

        // Each element has the sum of its copies' cotangents.
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var shape = saved.InputSpec(0).Shape;
            return Sum(Reshape(g, shape.Insert(Axis + 1, Count)), Axis + 1);
        }
    }
}
