using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Normalises each sample over its last axis or others, with learnt scale and offset.</summary>
/// <example><code>var y = new LayerNormalization().Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class LayerNormalization : Layer
{
    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="axis">The axis, or several; the last where null.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="center">Whether an offset, beta, is learnt.</param>
    /// <param name="scale">Whether a factor, gamma, is learnt.</param>
    /// <param name="betaInitializer">Makes the offset's first value; <c>zeros</c> where null.</param>
    /// <param name="gammaInitializer">Makes the factor's first value; <c>ones</c> where null.</param>
    /// <param name="betaRegularizer">A penalty on the offset.</param>
    /// <param name="gammaRegularizer">A penalty on the factor.</param>
    /// <param name="betaConstraint">What the offset is brought back to after each update.</param>
    /// <param name="gammaConstraint">What the factor is brought back to after each update.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public LayerNormalization(
        Axes? axis = null,
        double epsilon = 1e-3,
        bool center = true,
        bool scale = true,
        Initializer? betaInitializer = null,
        Initializer? gammaInitializer = null,
        Regularizer? betaRegularizer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null,
        Constraint? gammaConstraint = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable, autocast: false)
    {
        Axis = axis ?? -1;
        Epsilon = epsilon;
        Center = center;
        Scale = scale;
        BetaInitializer = betaInitializer ?? "zeros";
        GammaInitializer = gammaInitializer ?? "ones";
        BetaRegularizer = betaRegularizer;
        GammaRegularizer = gammaRegularizer;
        BetaConstraint = betaConstraint;
        GammaConstraint = gammaConstraint;
        SupportsMasking = true;
    }

    /// <summary>The axes: once the layer is built, their places from 0, in order.</summary>
    public Axes Axis { get; private set; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>Whether an offset is learnt.</summary>
    public bool Center { get; }

    /// <summary>Whether a factor is learnt.</summary>
    public bool Scale { get; }

    /// <summary>Makes the offset's first value.</summary>
    public Initializer BetaInitializer { get; }

    /// <summary>Makes the factor's first value.</summary>
    public Initializer GammaInitializer { get; }

    /// <summary>A penalty on the offset.</summary>
    public Regularizer? BetaRegularizer { get; }

    /// <summary>A penalty on the factor.</summary>
    public Regularizer? GammaRegularizer { get; }

    /// <summary>What the offset is brought back to after each update.</summary>
    public Constraint? BetaConstraint { get; }

    /// <summary>What the factor is brought back to after each update.</summary>
    public Constraint? GammaConstraint { get; }

    /// <summary>The factor, of the shape of the axes; null without one.</summary>
    public Variable? Gamma { get; private set; }

    /// <summary>The offset, of the shape of the axes; null without one.</summary>
    public Variable? Beta { get; private set; }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        Axis = Axis.Resolve(inputShape, $"{ClassName} '{Name}'");
        Shape shape = [.. Axis.Select(axis => inputShape[axis])];
        Gamma = Scale
            ? AddWeight(
                "gamma", shape, GammaInitializer, regularizer: GammaRegularizer, constraint: GammaConstraint,
                autocast: false)
            : null;
        Beta = Center
            ? AddWeight(
                "beta", shape, BetaInitializer, regularizer: BetaRegularizer, constraint: BetaConstraint,
                autocast: false)
            : null;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Ops.Cast(Ops.LayerNormalization(x, Gamma?.Raw, Beta?.Raw, Axis, Epsilon), ComputeDType);

    // A form that Keras has given up for RMSNormalization, since it scales by another number than its name says.
    private static void UpgradeConfig(ConfigReader config)
    {
        if (config.Take("rms_scaling")?.GetValueKind() is System.Text.Json.JsonValueKind.True)
        {
            throw new ArgumentException(
                "LayerNormalization: expected rms_scaling=False. Received: rms_scaling=True. Use RMSNormalization.");
        }
    }

    private static void ExtendConfig(System.Text.Json.Nodes.JsonObject config) => config["rms_scaling"] = false;
}
