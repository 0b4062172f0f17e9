using Hornet.Native;

namespace Hornet;

/// <summary>As many windows as are asked for, of sizes that differ by at most one.</summary>
internal sealed record AdaptivePooling(Sizes OutputSize, bool IsChannelsLast) : PoolingRule(IsChannelsLast)
{
    public override Shape Infer(TensorSpec x, string operation)
    {
        CheckRank(x, operation);
        var sizes = OutputSize.Spread(x.Shape.Rank - 2, "output_size", operation);
        var shape = x.Shape;
        for (var i = 0; i < sizes.Length; i++)
        {
            shape = shape[FirstSpatialAxis + i] is not 0 ? shape.With(FirstSpatialAxis + i, sizes[i])
                : throw new ShapeException(operation, "an input with at least one place", $"inputs={x}");
        }

        return shape;
    }

    public override (TensorHandle Values, TensorHandle Places) Max(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        Span<TensorHandle> results = stackalloc TensorHandle[2];
        Aten.CallMany(
            sizes.Length == 5 ? "aten::adaptive_max_pool3d"u8 : "aten::adaptive_max_pool2d"u8,
            default, results, x, Native(sizes));
        return (results[0], results[1]);
    }

    public override TensorHandle MaxGradient(
        TensorHandle g, TensorHandle x, TensorHandle places, ReadOnlySpan<long> sizes)
    {
        using var dense = places.Contiguous(); // of volumes libtorch reads them as if they were
        return Aten.Call(
            sizes.Length == 5 ? "aten::adaptive_max_pool3d_backward"u8 : "aten::adaptive_max_pool2d_backward"u8,
            default, g, x, dense);
    }

    public override TensorHandle Average(TensorHandle x, ReadOnlySpan<long> sizes) => Aten.Call(
        sizes.Length == 5 ? "aten::_adaptive_avg_pool3d"u8 : "aten::_adaptive_avg_pool2d"u8, default, x, Native(sizes));

    public override TensorHandle AverageGradient(TensorHandle g, TensorHandle x, ReadOnlySpan<long> sizes) => Aten.Call(
        sizes.Length == 5 ? "aten::_adaptive_avg_pool3d_backward"u8 : "aten::_adaptive_avg_pool2d_backward"u8,
        default, g, x);

    // A sequence is an image of one row.
    private long[] Native(ReadOnlySpan<long> sizes)
    {
        var outputs = OutputSize.Spread(sizes.Length - 2, "output_size", nameof(AdaptivePooling));
        return outputs.Length == 1 ? [1, outputs[0]] : Array.ConvertAll(outputs, size => (long)size);
    }
}
