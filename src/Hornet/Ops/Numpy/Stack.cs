using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Tensors side by side along a new axis.</summary>
    /// <param name="x">Tensors of one shape.</param>
    /// <param name="axis">Where the new axis is in the result.</param>
    /// <example><code>var z = Ops.Stack([x, y], axis: 1); // (2, 2, 3)</code></example>
    public static Tensor Stack(IReadOnlyList<Tensor> x, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        return new StackOp(axis).Apply([.. x]);
    }

    private sealed record StackOp(int Axis) : Primitive
    {
        protected internal override bool TakesViews => true;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            if (inputs.IsEmpty)
            {
                throw new ShapeException(ClassName, "at least one tensor", "none");
            }

            var shape = inputs[0].Shape;
            foreach (var input in inputs[1..])
            {
                shape = Shape.Agree(shape, input.Shape)
                    ? [.. shape.Zip(input.Shape, (x, y) => x ?? y)]
                    : throw new ShapeException(
                        ClassName, "tensors of one shape", string.Join(", ", inputs.ToArray()));
            }

            var axis = shape.Insert(0, null).Resolve(Axis, ClassName);
            return [inputs[0] with { Shape = shape.Insert(axis, inputs.Length) }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            outputs[0] = Aten.Call("aten::stack"u8, default, inputs.ToArray(), (long)Axis);

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            Unstack(g[0]!, saved.InputCount, Axis);

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs.IsEmpty ? null : Promotion.Common(inputs);
    }
}
