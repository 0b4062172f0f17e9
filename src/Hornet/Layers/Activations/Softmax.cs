using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Normalises an axis, or several together, to a distribution. What a mask leaves out gets 0.</summary>
/// <example><code>var y = new Softmax().Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Softmax : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="axis">The axis, or several; the last where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public Softmax(Axes? axis = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        Axis = axis ?? -1;
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The axes that sum to 1 together.</summary>
    public Axes Axis { get; }

    internal override IReadOnlyList<string> CallArgumentNames => ["mask"];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Mask is not { IsLeaf: true, Value: { } mask })
        {
            return Ops.Softmax(x, Axis);
        }

        if (mask.Rank > x.Rank || Shape.Broadcast(mask.Shape, x.Shape) is not { } shape || !Shape.Agree(shape, x.Shape))
        {
            throw Unfit($"a mask that broadcasts to the input's shape {x.Shape}", mask.Spec);
        }

        var counts = mask.DType == DType.Bool ? mask : mask > 0.5;
        var lowest = x.DType == DType.Float16 ? -3e4 : -1e9;
        var y = Ops.Softmax(Ops.Where(counts, x, lowest), Axis);
        return Ops.Where(counts, y, Ops.ZerosLike(y));
    }
}
