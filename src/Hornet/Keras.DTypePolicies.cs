using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Dtype policies by their names and configurations.</summary>
    public static class DTypePolicies
    {
        /// <summary>The policy of a name; the global one where null.</summary>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static DTypePolicy Get(string? identifier) =>
            identifier is null ? Config.DtypePolicy() : new DTypePolicy(identifier);

        /// <summary>The policy of a configuration.</summary>
        /// <exception cref="KerasSerializationException">It describes no policy.</exception>
        public static DTypePolicy Get(JsonObject identifier) => Deserialize(identifier);

        /// <summary>A policy as Keras's configuration.</summary>
        public static JsonObject Serialize(DTypePolicy dtypePolicy) => KerasRegistry.SerializeObject(dtypePolicy);

        /// <summary>The policy of a configuration.</summary>
        /// <exception cref="KerasSerializationException">It describes no policy.</exception>
        public static DTypePolicy Deserialize(JsonObject config) => KerasRegistry.Deserialize<DTypePolicy>(config)
            ?? throw new KerasSerializationException("Expected the configuration of a dtype policy. Received: null.");
    }
}
