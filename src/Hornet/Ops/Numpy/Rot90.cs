namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor turned by quarters in the plane of two axes, from the first axis towards the second.</summary>
    /// <param name="array">A tensor of at least 2 axes.</param>
    /// <param name="k">By how many quarters; the other way round where negative.</param>
    /// <param name="axes">The two axes; the first two where null.</param>
    /// <example><code>var turned = Ops.Rot90(x); // (3, 2)</code></example>
    public static Tensor Rot90(Tensor array, int k = 1, Axes? axes = null) =>
        new Rot90Op(k, axes ?? [0, 1]).Apply(array);

    private sealed record Rot90Op(int K, Axes Axes) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            if (x.Rank < 2 || Axes.Count != 2 || Axes.Resolve(x.Shape, ClassName).Length != 2)
            {
                throw new ShapeException(
                    ClassName, "a tensor of at least 2 axes, and two of them", $"array={x.Spec}, axes={Axes}");
            }

            return (K & 3) switch
            {
                1 => Swapaxes(Flip(x, Axes[1]), Axes[0], Axes[1]),
                2 => Flip(x, Axes),
                3 => Flip(Swapaxes(x, Axes[0], Axes[1]), Axes[1]),
                _ => x,
            };
        }
    }
}
