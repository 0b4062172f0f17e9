using System.Text.Json.Nodes;

namespace Hornet.Layers;

/// <summary>In training drops whole feature maps: all places of a channel together.</summary>
public abstract partial class BaseSpatialDropout : Layer
{
    private readonly SeedGenerator? _seedGenerator;

    private protected BaseSpatialDropout(double rate, int rank, Seed? seed, string? name, DTypePolicy? dtype)
        : base(name, dtype)
    {
        Rate = RegularizationRate.Checked(rate, nameof(rate));
        Seed = seed;
        _seedGenerator = RegularizationRate.Generator(rate, seed);
        InputSpec = [new InputSpec(ndim: rank)];
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>Which part of the feature maps is dropped.</summary>
    public double Rate { get; }

    /// <summary>Where its randomness starts; drawn where null.</summary>
    public Seed? Seed { get; }

    /// <summary>The shape of the choices: 1 along the places.</summary>
    private protected abstract Shape NoiseShape { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Training && Rate > 0 ? Keras.Random.Dropout(x, Rate, NoiseShape, _seedGenerator) : x;
    }

    // Keras's constructors take no trainable, and their files name the dtype only.
    private void ExtendConfig(JsonObject config)
    {
        config.Remove("trainable");
        config["dtype"] = DTypePolicy.Name;
    }
}
