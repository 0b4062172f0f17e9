using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Leaves out the steps whose features all have one value: they get a mask, and become 0.</summary>
/// <example><code>var y = new Masking().Apply(Keras.Input([10, 8]));</code></example>
[KerasExport("keras.layers")]
public sealed partial class Masking : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="maskValue">The value that marks a step.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public Masking(double maskValue = 0, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        MaskValue = maskValue;
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The value that marks a step.</summary>
    public double MaskValue { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Ops.Where(Ops.Any(Ops.NotEqual(x, MaskValue), axis: -1, keepdims: true), x, Ops.ZerosLike(x));

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Ops.Any(Ops.NotEqual(inputs.Value, MaskValue), axis: -1);
    }
}
