using System.Text.Json.Nodes;
using Hornet.Metrics;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about metrics: <c>keras.metrics</c>.</summary>
    public static partial class Metrics
    {
        /// <summary>The metric of a name.</summary>
        /// <param name="identifier">A class name, or its snake case: <c>mse</c>.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static Metric Get(string identifier) => KerasRegistry.Get<Metric>(identifier);

        /// <summary>A metric as files have it: module, class name and configuration.</summary>
        /// <param name="metric">The metric.</param>
        public static JsonObject Serialize(Metric metric) => KerasRegistry.SerializeObject(metric);

        /// <summary>Makes a metric of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no metric.</exception>
        public static Metric? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Metric>(config);
    }
}
