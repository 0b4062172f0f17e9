using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about layers: <c>keras.layers</c>.</summary>
    public static class Layers
    {
        /// <summary>A layer as files have it: module, class name and configuration.</summary>
        /// <param name="layer">The layer.</param>
        public static JsonObject Serialize(Layer layer) => KerasRegistry.SerializeObject(layer);

        /// <summary>Makes a layer of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no layer.</exception>
        public static Layer? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Layer>(config);
    }
}
