namespace Hornet;

public static partial class Ops
{
    /// <summary>Some axes at other places; the rest keep their order. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="source">The axes to move.</param>
    /// <param name="destination">Where each of them is in the result.</param>
    /// <example><code>var channelsFirst = Ops.Moveaxis(images, -1, 1); // (8, 3, 28, 28)</code></example>
    public static Tensor Moveaxis(Tensor x, Axes source, Axes destination) =>
        new MoveaxisOp(source, destination).Apply(x);

    private sealed record MoveaxisOp(Axes Source, Axes Destination) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var shape = inputs[0].Shape;
            if (Source.Count != Destination.Count)
            {
                throw new ShapeException(
                    ClassName, "as many destinations as sources", $"source={Source}, destination={Destination}");
            }

            // In the order of their destinations, each axis is put where it belongs among the rest.
            var source = Places(Source, shape);
            var destination = Places(Destination, shape);
            List<int> order = [.. Enumerable.Range(0, shape.Rank).Except(source)];
            foreach (var i in Enumerable.Range(0, source.Length).OrderBy(i => destination[i]))
            {
                order.Insert(destination[i], source[i]);
            }

            return Transpose(inputs[0], order.ToArray());
        }

        private int[] Places(Axes axes, Shape shape)
        {
            _ = axes.Resolve(shape, ClassName); // each once
            return [.. axes.Select(axis => shape.Resolve(axis, ClassName))];
        }
    }
}
