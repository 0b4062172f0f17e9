using System.Text.Json.Nodes;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about regularizers: <c>keras.regularizers</c>.</summary>
    public static class Regularizers
    {
        /// <summary>The regularizer of a name.</summary>
        /// <param name="identifier">A class name, or its snake case: <c>l2</c>.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static Regularizer Get(string identifier) => KerasRegistry.Get<Regularizer>(identifier);

        /// <summary>A regularizer as files have it: module, class name and configuration.</summary>
        /// <param name="regularizer">The regularizer.</param>
        public static JsonObject Serialize(Regularizer regularizer) => KerasRegistry.SerializeObject(regularizer);

        /// <summary>Makes a regularizer of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no regularizer.</exception>
        public static Regularizer? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Regularizer>(config);
    }
}
