using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>x where it is positive, elsewhere <c>alpha · (exp(x) − 1)</c>.</summary>
/// <example><code>var y = new ELU().Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class ELU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="alpha">What it goes to below zero, negated.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public ELU(double alpha = 1, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        Alpha = alpha;
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>What it goes to below zero, negated.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Elu(x, Alpha);
}
