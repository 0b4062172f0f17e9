using System.Text.Json.Nodes;
using Hornet.Initializers;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about initializers: <c>keras.initializers</c>.</summary>
    public static class Initializers
    {
        /// <summary>The initializer of a name.</summary>
        /// <param name="identifier">A class name, or its snake case: <c>he_normal</c>.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static Initializer Get(string identifier) => KerasRegistry.Get<Initializer>(identifier);

        /// <summary>An initializer as files have it: module, class name and configuration.</summary>
        /// <param name="initializer">The initializer.</param>
        public static JsonObject Serialize(Initializer initializer) => KerasRegistry.SerializeObject(initializer);

        /// <summary>Makes an initializer of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no initializer.</exception>
        public static Initializer? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Initializer>(config);
    }
}
