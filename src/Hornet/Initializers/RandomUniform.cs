using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Numbers that are all equally likely between two bounds.</summary>
/// <example><code>var values = new RandomUniform(-0.1, 0.1, seed: 42).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers", Aliases = ["uniform"])]
public sealed partial class RandomUniform : RandomInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="minval">The lower bound.</param>
    /// <param name="maxval">The upper bound, which is not drawn.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    public RandomUniform(double minval = -0.05, double maxval = 0.05, Seed? seed = null)
        : base(seed) => (Minval, Maxval) = (minval, maxval);

    /// <summary>The lower bound.</summary>
    public double Minval { get; }

    /// <summary>The upper bound, which is not drawn.</summary>
    public double Maxval { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null) =>
        Keras.Random.Uniform(shape, Minval, Maxval, dtype, Source);
}
