using System.Text.Json.Nodes;
using Hornet.Losses;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about losses: <c>keras.losses</c>.</summary>
    public static partial class Losses
    {
        /// <summary>The loss of a name.</summary>
        /// <param name="identifier">A class name, or its snake case: <c>mse</c>.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static Loss Get(string identifier) => KerasRegistry.Get<Loss>(identifier);

        /// <summary>A loss as files have it: module, class name and configuration.</summary>
        /// <param name="loss">The loss.</param>
        public static JsonObject Serialize(Loss loss) => KerasRegistry.SerializeObject(loss);

        /// <summary>Makes a loss of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no loss.</exception>
        public static Loss? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Loss>(config);
    }
}
