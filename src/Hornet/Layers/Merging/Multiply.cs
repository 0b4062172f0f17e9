using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The product of several tensors, element by element.</summary>
/// <example><code>var z = new Multiply().Apply([x, y]);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Multiply : Merge
{
    /// <summary>Makes the layer.</summary>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Multiply(string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Join(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(Ops.Multiply);

    // What a mask leaves out counts as 1; where all inputs have masks, what none of them keeps becomes 0.
    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Mask?.Flatten() is not { } masks || masks.TrueForAll(mask => mask is null))
        {
            return base.CallMany(inputs, context);
        }

        var factors = inputs.Flatten().Zip(masks, (x, mask) =>
            mask is null ? x : Ops.Where(Ops.ExpandDims(mask, axis: -1), x, Ops.OnesLike(x)));
        var product = base.CallMany(factors.ToList(), context).Value;
        return masks.Contains(null!) ? product
            : Ops.Where(Ops.ExpandDims(masks.Aggregate(Ops.LogicalOr), axis: -1), product, Ops.ZerosLike(product));
    }
}
