using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Tensors one after the other along an axis.</summary>
    /// <param name="xs">Tensors that differ in that axis only.</param>
    /// <param name="axis">The axis.</param>
    /// <example><code>var z = Ops.Concatenate([x, y], axis: -1); // (2, 6)</code></example>
    public static Tensor Concatenate(IReadOnlyList<Tensor> xs, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(xs);
        return new ConcatenateOp(axis).Apply([.. xs]);
    }

    private sealed record ConcatenateOp(int Axis) : Primitive
    {
        protected internal override bool TakesViews => true;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            if (inputs.IsEmpty)
            {
                throw new ShapeException(ClassName, "at least one tensor", "none");
            }

            var shape = inputs[0].Shape;
            var axis = shape.Resolve(Axis, ClassName);
            foreach (var input in inputs[1..])
            {
                shape = Longer(shape, input.Shape, axis) ?? throw new ShapeException(
                    ClassName, $"tensors that differ in axis {axis} only", string.Join(", ", inputs.ToArray()));
            }

            return [inputs[0] with { Shape = shape }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            outputs[0] = Aten.Call("aten::cat"u8, default, inputs.ToArray(), (long)Axis);

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var axis = saved.InputSpec(0).Shape.Resolve(Axis, ClassName);
            var sizes = new int[saved.InputCount];
            for (var i = 0; i < sizes.Length; i++)
            {
                sizes[i] = (int)saved.InputSpec(i).Shape.Sizes[axis];
            }

            return Split(g[0]!, Ends(sizes), axis);
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs.IsEmpty ? null : Promotion.Common(inputs);

        private static int[] Ends(int[] sizes)
        {
            var ends = new int[sizes.Length - 1];
            for (int i = 0, end = 0; i < ends.Length; i++)
            {
                ends[i] = end += sizes[i];
            }

            return ends;
        }

        private static Shape? Longer(Shape x, Shape y, int axis)
        {
            if (x.Rank != y.Rank || !Shape.Agree(x.Without(axis), y.Without(axis)))
            {
                return null;
            }

            return [.. x.Select((size, i) => i == axis ? size + y[i] : size ?? y[i])];
        }
    }
}
