using Hornet.Native;

namespace Hornet;

/// <summary>Windows of one size, one after the other.</summary>
internal sealed record Pooling(Sizes PoolSize, Sizes Strides, bool IsSame, bool IsChannelsLast)
    : PoolingRule(IsChannelsLast)
{
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

    /// <summary>The length of a spatial axis.</summary>
    public int Length(ReadOnlySpan<long> sizes, int axis) => (int)sizes[FirstSpatialAxis + axis];

    public override Shape Infer(TensorSpec x, string operation)
    {
        CheckRank(x, operation);
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

    public override (TensorHandle Values, TensorHandle Places) Max(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        var plan = PoolingPlan.Of(this, sizes);
        Span<TensorHandle> results = stackalloc TensorHandle[2];
        Aten.CallMany(
            sizes.Length == 5 ? "aten::max_pool3d_with_indices"u8 : "aten::max_pool2d_with_indices"u8,
            default, results, x, plan.Sizes, plan.Strides, plan.Padding, plan.Ones, IsSame);
        using var values = results[0];
        using var places = results[1];
        return (plan.Drop(values), plan.Drop(places));
    }

    public override TensorHandle MaxGradient(
        TensorHandle g, TensorHandle x, TensorHandle places, ReadOnlySpan<long> sizes)
    {
        var plan = PoolingPlan.Of(this, sizes);
        using var all = plan.Restore(g);
        using var allPlaces = plan.Restore(places);
        return Aten.Call(
            sizes.Length == 5 ? "aten::max_pool3d_with_indices_backward"u8 : "aten::max_pool2d_with_indices_backward"u8,
            default, all, x, plan.Sizes, plan.Strides, plan.Padding, plan.Ones, IsSame, allPlaces);
    }

    public override TensorHandle Average(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        var plan = PoolingPlan.Of(this, sizes);
        using var pooled = Aten.Call(
            sizes.Length == 5 ? "aten::avg_pool3d"u8 : "aten::avg_pool2d"u8,
            default, x, plan.Sizes, plan.Strides, plan.Padding, IsSame, false, Argument.None);
        return plan.Drop(pooled);
    }

    public override TensorHandle AverageGradient(TensorHandle g, TensorHandle x, ReadOnlySpan<long> sizes)
    {
        var plan = PoolingPlan.Of(this, sizes);
        using var all = plan.Restore(g);
        return Aten.Call(
            sizes.Length == 5 ? "aten::avg_pool3d_backward"u8 : "aten::avg_pool2d_backward"u8,
            default, all, x, plan.Sizes, plan.Strides, plan.Padding, IsSame, false, Argument.None);
    }
}
