using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>For each number a row of its powers.</summary>
    /// <param name="x">A tensor of 1 axis.</param>
    /// <param name="n">How many powers; as many as numbers where null.</param>
    /// <param name="increasing">Whether the exponents go up, from 0, or down to 0.</param>
    /// <example><code>var z = Ops.Vander(new[] { 1, 2, 3 }, n: 2, increasing: true);</code></example>
    public static Tensor Vander(Tensor x, int? n = null, bool increasing = false) =>
        new VanderOp(n, increasing).Apply(x);

    private sealed record VanderOp(int? N, bool Increasing) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            if (x.Rank != 1 || N < 0)
            {
                throw new ShapeException(ClassName, "a tensor of 1 axis, and n of 0 or more", $"x={x.Spec}, n={N}");
            }

            var exponents = N is { } count ? Arange(count, dtype: x.DType) : new PlacesOp().Apply(x);
            return Power(ExpandDims(x, -1), Increasing ? exponents : Flip(exponents));
        }
    }

    /// <summary>The places of a vector's elements in its dtype: an arange of a size that may be unknown.</summary>
    private sealed record PlacesOp : UnaryPrimitive
    {
        protected override TensorHandle Run(TensorHandle x) =>
            Arithmetic(0, 1, checked((int)x.Sizes[0]), x.DType);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
