using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The coordinates of a grid: for each axis a tensor with one of the coordinates of every point.</summary>
    /// <param name="x">The coordinates along each axis; tensors of other than 1 axis are flattened.</param>
    /// <param name="indexing">
    /// <c>xy</c>: the first coordinate runs along the columns, the second along the rows; <c>ij</c>: in their order.
    /// </param>
    /// <example><code>var grid = Ops.Meshgrid([Ops.Arange(3), Ops.Arange(2)]); // two of shape (2, 3)</code></example>
    public static Tensor[] Meshgrid(IReadOnlyList<Tensor> x, string indexing = "xy")
    {
        ArgumentNullException.ThrowIfNull(x);
        return indexing is "xy" or "ij" ? new MeshgridOp(indexing).ApplyMany([.. x]) : throw new ArgumentException(
            $"Meshgrid: expected an indexing of 'xy' or 'ij'. Received: '{indexing}'.", nameof(indexing));
    }

    private sealed record MeshgridOp(string Indexing) : Primitive
    {
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var sizes = new int?[inputs.Length];
            for (var i = 0; i < sizes.Length; i++)
            {
                var shape = inputs[i].Shape;
                sizes[Place(i, sizes.Length)] = shape.IsKnown ? (int)shape.Size : null;
            }

            return Array.ConvertAll(inputs.ToArray(), input => input with { Shape = Shape.Create(sizes) });
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var sizes = new long[inputs.Length];
            for (var i = 0; i < sizes.Length; i++)
            {
                sizes[Place(i, sizes.Length)] = Shape.FromSizes(inputs[i].Sizes).Size;
            }

            for (var i = 0; i < outputs.Length; i++)
            {
                var line = new long[sizes.Length];
                Array.Fill(line, 1);
                line[Place(i, sizes.Length)] = -1;
                using var coordinates = RowMajor.Reshape(inputs[i], line);
                outputs[i] = RowMajor.Expand(coordinates, sizes);
            }
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var gradients = new Tensor?[g.Length];
            for (var i = 0; i < gradients.Length; i++)
            {
                int[] others = [.. Enumerable.Range(0, g.Length).Except([Place(i, g.Length)])];
                gradients[i] = g[i] is { } grid
                    ? Reshape(Sum(grid, Axes.Create(others)), saved.InputSpec(i).Shape)
                    : null;
            }

            return gradients;
        }

        private int Place(int input, int count) => Indexing == "xy" && count > 1 && input < 2 ? 1 - input : input;
    }
}
