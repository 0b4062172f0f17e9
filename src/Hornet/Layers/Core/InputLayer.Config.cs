using Hornet.Serialization;

namespace Hornet.Layers;

/// <content>From its configuration.</content>
public sealed partial class InputLayer
{
    internal static InputLayer FromConfig(ConfigReader config)
    {
        config.Rename("batch_input_shape", "batch_shape");
        foreach (var key in (ReadOnlySpan<string>)["sparse", "ragged"])
        {
            if (config.Read(key, false, item => !item.IsNull && item.Read<bool>()))
            {
                throw new KerasSerializationException(
                    $"{config.Owner}: Expected a dense input. Received: {key}=true, which Hornet has not.");
            }
        }

        config.Ignore("trainable");
        var layer = new InputLayer(
            shape: config.Read<Shape?>("shape", null, ShapeConfig.ReadOrNull),
            batchSize: config.Read("batch_size", defaultValue: (int?)null),
            dtype: config.Read<DTypePolicy?>("dtype", null, ReadPolicy)?.ComputeDType,
            batchShape: config.Read<Shape?>("batch_shape", null, ShapeConfig.ReadOrNull),
            optional: config.Read("optional", false),
            name: config.ReadOrNull<string>("name"));
        config.Finish();
        return layer;
    }

    // Keras writes the dtype's name, and of some models of its earlier releases a policy.
    private static DTypePolicy? ReadPolicy(ConfigItem item) => item.IsNull ? null : item.ReadValue<DTypePolicy>();
}
