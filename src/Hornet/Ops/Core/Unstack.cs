using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The parts of an axis, one tensor each. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="num">The size of the axis; that of <paramref name="x"/> where null.</param>
    /// <param name="axis">The axis, which the parts have no more.</param>
    /// <example><code>var rows = Ops.Unstack(x); // two of shape (3,)</code></example>
    public static Tensor[] Unstack(Tensor x, int? num = null, int axis = 0) => new UnstackOp(num, axis).ApplyMany(x);

    private sealed record UnstackOp(int? Num, int Axis) : Primitive
    {
        protected internal override bool TakesViews => true;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var axis = x.Shape.Resolve(Axis, ClassName);
            var size = Num ?? x.Shape[axis] ?? throw new ShapeException(
                ClassName, $"a known size of axis {axis}, or the argument num", $"x={x}");
            if (!Shape.Agree(size, x.Shape[axis]))
            {
                throw new ShapeException(ClassName, $"num to be the size of axis {axis}", $"num={Num}, x={x}");
            }

            var parts = new TensorSpec[size];
            Array.Fill(parts, x with { Shape = x.Shape.Without(axis) });
            return parts;
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Aten.CallList("aten::unbind"u8, "int"u8, outputs, inputs[0], (long)Axis);

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var parts = OrZeros(g, saved);
            return [parts.Length > 0 ? Stack(parts, Axis) : null];
        }
    }

    /// <summary>The cotangents of all results: zeros where none arrived.</summary>
    private static Tensor[] OrZeros(ReadOnlySpan<Tensor?> g, Residuals saved)
    {
        var parts = new Tensor[g.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = g[i] ?? Zeros(saved.OutputSpec(i).Shape, saved.OutputSpec(i).DType);
        }

        return parts;
    }
}
