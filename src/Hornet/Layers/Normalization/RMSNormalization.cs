using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Divides by the root of the mean square over axes, with a learnt scale.</summary>
/// <example><code>var y = new RMSNormalization().Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class RMSNormalization : Layer
{
    private Variable? _scale;

    /// <summary>Makes the layer; its weight comes with the first input.</summary>
    /// <param name="axis">The axis, or several; the last where null.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public RMSNormalization(
        Axes? axis = null,
        double epsilon = 1e-6,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        Axis = axis ?? -1;
        Epsilon = epsilon;
    }

    /// <summary>The axes: a list once the layer is built, as in Keras's files.</summary>
    public Axes Axis { get; private set; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>The scale, of the shape of the axes.</summary>
    public Variable Scale => Weight(_scale);

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        Axis = Axes.Create([.. Axis.Order()]);
        Shape shape = [.. Axis.Select(axis => inputShape[inputShape.Resolve(axis, $"{ClassName} '{Name}'")])];
        _scale = AddWeight("scale", shape, "ones");
    }

    // x / √(mean(x²) + ε) · scale
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.RmsNormalization(x, Scale, Axis, Epsilon);
}
