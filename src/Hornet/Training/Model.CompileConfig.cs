using System.Text.Json.Nodes;

namespace Hornet;

/// <content>How a model was compiled, in files.</content>
public partial class Model
{
    private CompileConfig? _compileConfig;

    /// <summary>The optimizer, losses and metrics that the model was compiled with; empty where it was not.</summary>
    public JsonObject? GetCompileConfig() => _compileConfig?.ToConfig() ?? [];

    /// <summary>Compiles as <see cref="GetCompileConfig"/> says.</summary>
    /// <param name="config">What <see cref="GetCompileConfig"/> or Keras gave.</param>
    /// <exception cref="Serialization.KerasSerializationException">It is malformed, or names what Hornet does not
    /// have.</exception>
    /// <example><code>
    /// model.CompileFromConfig(new Sequential([new Dense(1)]).GetCompileConfig()!);
    /// </code></example>
    public void CompileFromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (config.Count == 0)
        {
            return;
        }

        var read = CompileConfig.FromConfig(config, Name);
        Compile(
            read.Optimizer,
            read.Loss,
            read.LossWeights,
            read.Metrics,
            read.WeightedMetrics,
            read.RunEagerly,
            read.StepsPerExecution,
            read.AutoScaleLoss);
        if (Built)
        {
            Optimizer!.Build(TrainableVariables);
        }
    }
}
