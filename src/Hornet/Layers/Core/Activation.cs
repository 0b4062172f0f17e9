using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Applies an activation.</summary>
/// <example><code>var y = new Activation("relu").Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Activation : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="activation">What is applied.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Activation(
        ActivationFunction activation,
        Regularizer? activityRegularizer = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable, activityRegularizer)
    {
        ArgumentNullException.ThrowIfNull(activation);
        Function = activation;
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>What is applied.</summary>
    [ConfigKey("activation")]
    public ActivationFunction Function { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Function.Apply(x);

    // Keras leaves it out where there is none.
    private void ExtendConfig(System.Text.Json.Nodes.JsonObject config)
    {
        if (ActivityRegularizer is null)
        {
            config.Remove("activity_regularizer");
        }
    }
}
