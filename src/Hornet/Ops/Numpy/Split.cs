using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Cuts an axis into equal parts. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">How many parts; it divides the axis.</param>
    /// <param name="axis">The axis.</param>
    /// <example><code>var halves = Ops.Split(x, 2); // two of shape (1, 3)</code></example>
    public static Tensor[] Split(Tensor x, int indicesOrSections, int axis = 0) =>
        new SplitOp(indicesOrSections, null, axis).ApplyMany(x);

    /// <summary>Cuts an axis before each of the indices. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">Where the second and the following parts begin, in ascending order.</param>
    /// <param name="axis">The axis.</param>
    /// <example><code>var parts = Ops.Split(x, [1, 2], axis: 1); // three of shape (2, 1)</code></example>
    public static Tensor[] Split(Tensor x, int[] indicesOrSections, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(indicesOrSections);
        return new SplitOp(null, [.. indicesOrSections], axis).ApplyMany(x);
    }

    /// <summary>Cuts an axis into parts of some lengths.</summary>
    private abstract record CutOp(int Axis) : Primitive
    {
        protected internal override bool TakesViews => true;

        public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var axis = x.Shape.Resolve(Axis, ClassName);
            return Array.ConvertAll(Lengths(x, axis), size => x with { Shape = x.Shape.With(axis, size) });
        }

        public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var x = new TensorSpec(Shape.FromSizes(inputs[0].Sizes), inputs[0].DType);
            var axis = x.Shape.Resolve(Axis, ClassName);
            var lengths = Array.ConvertAll(Lengths(x, axis), length => (long)length!.Value);
            Aten.CallList("aten::split_with_sizes"u8, default, outputs, inputs[0], lengths, (long)axis);
        }

        public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            [Concatenate(OrZeros(g, saved), Axis)];

        /// <summary>The sizes of the parts in the axis, null where unknown.</summary>
        protected abstract int?[] Lengths(TensorSpec x, int axis);
    }

    private sealed record SplitOp(int? Sections, ValueList<int>? Indices, int Axis) : CutOp(Axis)
    {
        protected override int?[] Lengths(TensorSpec x, int axis) => Indices is { } indices
            ? Between(indices, x, axis)
            : Equal(Sections!.Value, x, axis);

        private int?[] Equal(int sections, TensorSpec x, int axis)
        {
            var size = x.Shape[axis];
            if (sections < 1 || size % sections is > 0)
            {
                throw new ShapeException(
                    ClassName, $"a number of sections that divides axis {axis}", $"{sections} sections of {x}");
            }

            var lengths = new int?[sections];
            Array.Fill(lengths, size / sections);
            return lengths;
        }

        private int?[] Between(ValueList<int> indices, TensorSpec x, int axis)
        {
            var lengths = new int?[indices.Count + 1];
            int? start = 0;
            for (var i = 0; i < lengths.Length; i++)
            {
                var end = i < indices.Count ? indices[i] : x.Shape[axis];
                lengths[i] = end - start >= 0 || end is null ? end - start : throw new ShapeException(
                    ClassName, $"ascending indices between 0 and the size of axis {axis}", $"indices={indices}, x={x}");
                start = end;
            }

            return lengths;
        }
    }
}
