namespace Hornet;

public static partial class Ops
{
    /// <summary>The cross product of vectors of 3 components. One of 2 has 0 as the third; of two such only the third
    /// component of the product is given.</summary>
    /// <param name="x1">Any tensor with an axis of size 2 or 3.</param>
    /// <param name="x2">Any tensor with an axis of size 2 or 3; the other axes broadcast.</param>
    /// <param name="axisa">The axis of the first tensor's components.</param>
    /// <param name="axisb">The axis of the second tensor's components.</param>
    /// <param name="axisc">The axis of the result's components.</param>
    /// <param name="axis">All three in one, where it is given.</param>
    /// <example><code>var z = Ops.Cross(x, y); // (2, 3)</code></example>
    public static Tensor Cross(
        Tensor x1, Tensor x2, int axisa = -1, int axisb = -1, int axisc = -1, int? axis = null) =>
        new CrossOp(axis ?? axisa, axis ?? axisb, axis ?? axisc).Apply(x1, x2);

    private sealed record CrossOp(int Axisa, int Axisb, int Axisc) : Composite
    {
        // x × y = (x₁y₂ − x₂y₁, x₂y₀ − x₀y₂, x₀y₁ − x₁y₀)
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, y) = (Components(inputs[0], Axisa, "x1"), Components(inputs[1], Axisb, "x2"));
            var third = (x[0] * y[1]) - (x[1] * y[0]);
            if (x.Length == 2 && y.Length == 2)
            {
                return third;
            }

            var first = Difference(x, y, 1, 2);
            var second = Difference(x, y, 2, 0);
            return Moveaxis(Stack([first, second, third], -1), -1, Axisc);
        }

        // Where a third component is missing it is 0, and its product with it.
        private static Tensor Difference(Tensor[] x, Tensor[] y, int i, int j)
        {
            var left = i < x.Length && j < y.Length ? x[i] * y[j] : null;
            var right = j < x.Length && i < y.Length ? x[j] * y[i] : null;
            return left is null ? -right! : right is null ? left : left - right;
        }

        private Tensor[] Components(Tensor x, int axis, string name)
        {
            var place = x.Shape.Resolve(axis, ClassName);
            return x.Shape[place] is 2 or 3 ? Unstack(x, axis: place) : throw new ShapeException(
                ClassName, $"size 2 or 3 in axis {axis} of {name}", $"{name}={x.Spec}");
        }
    }
}
