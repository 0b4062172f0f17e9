using System.Text.Json.Nodes;
using Hornet.Optimizers;
using Hornet.Optimizers.Schedules;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions about optimizers: <c>keras.optimizers</c>.</summary>
    public static class Optimizers
    {
        /// <summary>The optimizer of a name.</summary>
        /// <param name="identifier">A class name, or its snake case: <c>adam</c>.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        public static Optimizer Get(string identifier) => KerasRegistry.Get<Optimizer>(identifier);

        /// <summary>An optimizer as files have it: module, class name and configuration.</summary>
        /// <param name="optimizer">The optimizer.</param>
        public static JsonObject Serialize(Optimizer optimizer) => KerasRegistry.SerializeObject(optimizer);

        /// <summary>Makes an optimizer of what <see cref="Serialize"/> or Keras wrote.</summary>
        /// <param name="config">The configuration.</param>
        /// <exception cref="KerasSerializationException">The configuration fits no optimizer.</exception>
        public static Optimizer? Deserialize(JsonNode? config) => KerasRegistry.Deserialize<Optimizer>(config);

        /// <summary>Keras's functions about schedules: <c>keras.optimizers.schedules</c>.</summary>
        public static class Schedules
        {
            /// <summary>A schedule as files have it: module, class name and configuration.</summary>
            /// <param name="learningRateSchedule">The schedule.</param>
            public static JsonObject Serialize(LearningRateSchedule learningRateSchedule) =>
                KerasRegistry.SerializeObject(learningRateSchedule);

            /// <summary>Makes a schedule of what <see cref="Serialize"/> or Keras wrote.</summary>
            /// <param name="config">The configuration.</param>
            /// <exception cref="KerasSerializationException">The configuration fits no schedule.</exception>
            public static LearningRateSchedule? Deserialize(JsonNode? config) =>
                KerasRegistry.Deserialize<LearningRateSchedule>(config);
        }
    }
}
