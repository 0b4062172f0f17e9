using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>For places of a flattened tensor their indices along each of its axes.</summary>
    /// <param name="indices">Integers, negative from the end; those out of range go to the nearest place.</param>
    /// <param name="shape">The shape of the tensor.</param>
    /// <example><code>var indices = Ops.UnravelIndex(new[] { 5, 7 }, [2, 4]); // (1, 1) and (1, 3)</code></example>
    public static Tensor[] UnravelIndex(Tensor indices, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new UnravelIndexOp(shape).ApplyMany(indices);
    }

    private sealed record UnravelIndexOp(Shape Shape) : Primitive
    {
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            Require(ClassName, Kinds.Real, "indices", inputs[0]);
            if (!Shape.IsKnown || Shape.Size == 0)
            {
                throw new ShapeException(
                    ClassName, "a shape with elements, whose axes are all known", $"shape={Shape}");
            }

            var results = new TensorSpec[Shape.Rank];
            Array.Fill(results, inputs[0]);
            return results;
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var total = Shape.Size;
            for (var axis = 0; axis < outputs.Length; axis++)
            {
                var after = Shape[(axis + 1)..].Size;
                var index = RowMajor.Copy(inputs[0], DType.Int64);
                foreach (ref var place in index.Elements<long>())
                {
                    var inside = Math.Clamp(place, -total, total - 1);
                    place = (inside < 0 ? inside + total : inside) / after % Shape.Sizes[axis];
                }

                outputs[axis] = Kernels.Narrow(index, inputs[0].DType);
            }
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null];
    }
}
