using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <content>How a layer was built, in files.</content>
public abstract partial class Layer : IBuildConfig
{
    private Shape? _inputShape;

    /// <summary>Keras's names of the tensors that a call takes beside its inputs, in their order.</summary>
    internal virtual IReadOnlyList<string> CallArgumentNames => [];

    /// <summary>The shapes that this layer was built for; null where it is not built, or was from the start.</summary>
    public virtual JsonObject? GetBuildConfig() => _buildShapes is null
        ? null
        : new JsonObject { ["input_shape"] = ShapeConfig.Write(_buildShapes) };

    /// <summary>Makes the weights for the shapes that <see cref="GetBuildConfig"/> gave, unless it is built.</summary>
    /// <param name="config">What <see cref="GetBuildConfig"/> or Keras gave.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public virtual void BuildFromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (!Built && ShapeConfig.ReadInput(config, Name) is { } shapes)
        {
            BuildFor(shapes);
        }
    }

    /// <summary>Applies this layer to arguments of all kinds, as a call function of <c>CloneModel</c> does.</summary>
    /// <param name="arguments">The inputs, further tensors by Keras's names, and the training flag.</param>
    /// <returns>The results in their structure.</returns>
    public Nested<Tensor> ApplyMany(CallArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return Enter(arguments);
    }

    // Keras 2 kept the shape of a model's input in its first layer.
    private void RestoreInputShape(ConfigReader config)
    {
        if (config.Has("batch_input_shape"))
        {
            var shape = config.Read<Shape?>("batch_input_shape", null, ShapeConfig.ReadOrNull);
            _inputShape = shape is { Rank: > 0 } ? shape[1..] : _inputShape;
        }

        if (config.Has("input_shape"))
        {
            _inputShape = config.Read("input_shape", _inputShape, ShapeConfig.ReadOrNull);
        }
    }
}
