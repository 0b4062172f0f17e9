using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Normalises each sample within groups of channels, with learnt scale and offset.</summary>
/// <example><code>var y = new GroupNormalization(groups: 2).Apply(Keras.Input([8, 8, 4]));</code></example>
[KerasExport("keras.layers")]
public sealed partial class GroupNormalization : Layer
{
    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="groups">How many groups the channels make; as many as channels where -1.</param>
    /// <param name="axis">The axis of the channels.</param>
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
    public GroupNormalization(
        int groups = 32,
        int axis = -1,
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
        : base(name, dtype, trainable)
    {
        Groups = groups;
        Axis = axis;
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

    /// <summary>How many groups the channels make; where -1, their number once the layer is built.</summary>
    public int Groups { get; private set; }

    /// <summary>The axis of the channels.</summary>
    public int Axis { get; }

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

    /// <summary>The factor, one for each channel; null without one.</summary>
    public Variable? Gamma { get; private set; }

    /// <summary>The offset, one for each channel; null without one.</summary>
    public Variable? Beta { get; private set; }
}
