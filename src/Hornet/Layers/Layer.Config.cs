using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <content>How a layer was built, in files.</content>
public abstract partial class Layer : IBuildConfig
{
    private Shape? _inputShape;

    /// <summary>Keras's names of the tensors that a call takes beside its inputs, in their order.</summary>
    internal virtual IReadOnlyList<string> CallArgumentNames => [];

    /// <summary>Keras's names of the flags that a call takes, the training flag left out.</summary>
    internal virtual IReadOnlyList<string> CallFlagNames => [];

    /// <summary>The arguments whose shapes Keras's <c>build</c> takes, the inputs first.</summary>
    internal virtual IReadOnlyList<string> BuildArgumentNames => ["input"];

    /// <summary>The shapes that this layer was built for; null where it is not built, or was from the start.</summary>
    public virtual JsonObject? GetBuildConfig()
    {
        if (_buildShapes is null)
        {
            return null;
        }

        var named = BuildArgumentNames.Skip(1).Where(_namedBuildShapes.ContainsKey).ToArray();
        if (named.Length == 0)
        {
            return new JsonObject { ["input_shape"] = ShapeConfig.Write(_buildShapes) };
        }

        var shapes = new JsonObject { [$"{BuildArgumentNames[0]}_shape"] = ShapeConfig.Write(_buildShapes) };
        foreach (var name in named)
        {
            shapes[$"{name}_shape"] = ShapeConfig.Write(_namedBuildShapes[name]);
        }

        return new JsonObject { ["shapes_dict"] = shapes };
    }

    /// <summary>Makes the weights for the shapes that <see cref="GetBuildConfig"/> gave, unless it is built.</summary>
    /// <param name="config">What <see cref="GetBuildConfig"/> or Keras gave.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public virtual void BuildFromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (!Built && ShapeConfig.ReadInput(config, Name, BuildArgumentNames[0]) is { } shapes)
        {
            var named = new Dictionary<string, Nested<Shape>>();
            foreach (var name in BuildArgumentNames.Skip(1))
            {
                if (ShapeConfig.ReadNamed(config, Name, name) is { } shape)
                {
                    named[name] = shape;
                }
            }

            BuildFor(shapes, named);
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
