namespace Hornet;

/// <summary>How a pool lies on its input.</summary>
internal sealed record Pooling(Sizes PoolSize, Sizes Strides, bool IsSame, bool IsChannelsLast)
{
    private const int MostSpatialAxes = 3;

    private int FirstSpatialAxis => IsChannelsLast ? 1 : 2;

    /// <summary>The windows along each spatial axis of an input.</summary>
    public SlidingWindow[] Windows(int rank, string operation)
    {
        var sizes = PoolSize.Spread(rank - 2, "pool_size", operation);
        var strides = Strides.Spread(rank - 2, "strides", operation);
        var windows = new SlidingWindow[sizes.Length];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = new SlidingWindow(sizes[i], strides[i]);
        }

        return windows;
    }

    /// <summary>The shape of the result.</summary>
    public Shape Infer(TensorSpec x, string operation)
    {
        if (x.Shape.Rank is < 3 or > MostSpatialAxes + 2)
        {
            throw new ShapeException(
                operation, "an input with a batch axis, 1 to 3 spatial axes and a channel axis", $"inputs={x}");
        }

        var windows = Windows(x.Shape.Rank, operation);
        var shape = x.Shape;
        for (var i = 0; i < windows.Length; i++)
        {
            if (shape[FirstSpatialAxis + i] is { } length)
            {
                var count = windows[i].Count(length, IsSame);
                shape = count > 0 || IsSame ? shape.With(FirstSpatialAxis + i, count) : throw new ShapeException(
                    operation, $"an input at least as large as pool_size={PoolSize}", $"inputs={x}");
            }
        }

        return shape;
    }

    /// <summary>The length of a spatial axis.</summary>
    public int Length(ReadOnlySpan<long> sizes, int axis) => (int)sizes[FirstSpatialAxis + axis];
}
