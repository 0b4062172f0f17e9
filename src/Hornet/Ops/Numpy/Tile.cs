using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor again and again along its last axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="repeats">How many times.</param>
    /// <example><code>var y = Ops.Tile(x, 2); // (2, 6)</code></example>
    public static Tensor Tile(Tensor x, int repeats) => Tile(x, [repeats]);

    /// <summary>A tensor again and again along its axes.</summary>
    /// <param name="x">Any tensor; it gets axes in front where the repeats are more.</param>
    /// <param name="repeats">How many times along each of the last axes.</param>
    /// <example><code>var y = Ops.Tile(x, [2, 1]); // (4, 3)</code></example>
    public static Tensor Tile(Tensor x, int[] repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        return new TileOp([.. repeats]).Apply(x);
    }

    private sealed record TileOp(ValueList<int> Repeats) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            if (Repeats.Any(count => count < 0))
            {
                throw new ShapeException(ClassName, "repeats of 0 or more", $"repeats={Repeats}");
            }

            var (sizes, counts) = Aligned(x.Shape);
            return x with { Shape = [.. sizes.Zip(counts, (size, count) => size * count)] };
        }

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::tile"u8, default, x, Repeats.Select(count => (long)count).ToArray());

        // Each element has the sum of its copies' cotangents.
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var (sizes, counts) = Aligned(saved.InputSpec(0).Shape);
            var split = sizes.Zip(counts, (size, count) => new int?[] { count, size }).SelectMany(pair => pair);
            var copies = Axes.Create([.. Enumerable.Range(0, counts.Count).Select(axis => 2 * axis)]);
            return Reshape(Sum(Reshape(g, [.. split]), copies), saved.InputSpec(0).Shape);
        }

        // Both as long as the longer of the two, with ones in front.
        private (List<int?> Sizes, List<int> Counts) Aligned(Shape shape)
        {
            var rank = Math.Max(shape.Rank, Repeats.Count);
            return ([.. Enumerable.Repeat<int?>(1, rank - shape.Rank), .. shape],
                [.. Enumerable.Repeat(1, rank - Repeats.Count), .. Repeats]);
        }
    }
}
