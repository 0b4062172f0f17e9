using Hornet.Native;

namespace Hornet;

/// <summary>How a pool lies on its input: where its windows are, and the kernels that go over them.</summary>
/// <remarks>The kernels take and give libtorch's layout; the sizes are those of the input in Keras's.</remarks>
internal abstract record PoolingRule(bool IsChannelsLast)
{
    private const int MostSpatialAxes = 3;

    /// <summary>The place of the first spatial axis.</summary>
    protected int FirstSpatialAxis => IsChannelsLast ? 1 : 2;

    /// <summary>The shape of the result.</summary>
    public abstract Shape Infer(TensorSpec x, string operation);

    /// <summary>The greatest element of each window, and where in its image it is.</summary>
    public abstract (TensorHandle Values, TensorHandle Places) Max(TensorHandle x, ReadOnlySpan<long> sizes);

    /// <summary>Zeros with g added at the places; of x only the shape counts.</summary>
    public abstract TensorHandle MaxGradient(
        TensorHandle g, TensorHandle x, TensorHandle places, ReadOnlySpan<long> sizes);

    /// <summary>The mean of each window.</summary>
    public abstract TensorHandle Average(TensorHandle x, ReadOnlySpan<long> sizes);

    /// <summary>g spread evenly over each window; of x only the shape counts.</summary>
    public abstract TensorHandle AverageGradient(TensorHandle g, TensorHandle x, ReadOnlySpan<long> sizes);

    protected static void CheckRank(TensorSpec x, string operation)
    {
        if (x.Shape.Rank is < 3 or > MostSpatialAxes + 2)
        {
            throw new ShapeException(
                operation, "an input with a batch axis, 1 to 3 spatial axes and a channel axis", $"inputs={x}");
        }
    }
}
