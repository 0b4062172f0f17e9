using System.Text.Json.Nodes;
using Hornet.Constraints;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about constraints: <c>keras.constraints</c>.</summary>
    public static class Constraints
    {
        /// <summary>The constraint of a name.</summary>
        /// <param name="identifier">A class name, or its snake case: <c>non_neg</c>.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static Constraint Get(string identifier) => KerasRegistry.Get<Constraint>(identifier);

        /// <summary>A constraint as files have it: module, class name and configuration.</summary>
        /// <param name="constraint">The constraint.</param>
        public static JsonObject Serialize(Constraint constraint) => KerasRegistry.SerializeObject(constraint);

        /// <summary>Makes a constraint of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no constraint.</exception>
        public static Constraint? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Constraint>(config);
    }
}
