using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Hornet.Optimizers.Schedules;
using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>How large an optimizer's steps are: a number, or a schedule. Converts from both.</summary>
/// <example><code>
/// var optimizer = new Adam(learningRate: 3e-4);
/// optimizer.LearningRate *= 0.5;
/// var decaying = new SGD(new ExponentialDecay(0.1, decaySteps: 1000, decayRate: 0.9));
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "The constructors and Value have the words.")]
public readonly record struct LearningRate : IConfigValue<LearningRate>
{
    /// <summary>A rate that stays until it is set.</summary>
    /// <param name="value">The rate.</param>
    public LearningRate(double value) => Value = value;

    /// <summary>A rate that depends on the step.</summary>
    /// <param name="schedule">The schedule.</param>
    public LearningRate(LearningRateSchedule schedule)
        : this(schedule, double.NaN)
    {
    }

    internal LearningRate(LearningRateSchedule? schedule, double value) => (Schedule, Value) = (schedule, value);

    /// <summary>The rate; of an optimizer's schedule that of its next step, else not a number.</summary>
    public double Value { get; }

    /// <summary>The schedule; null where the rate is a number.</summary>
    public LearningRateSchedule? Schedule { get; }

    /// <summary>A rate that stays until it is set.</summary>
    public static implicit operator LearningRate(double value) => new(value);

    /// <summary>A rate that depends on the step.</summary>
    public static implicit operator LearningRate(LearningRateSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new(schedule);
    }

    /// <summary>The rate now.</summary>
    public static implicit operator double(LearningRate rate) => rate.Value;

    /// <summary>Reads a number or a schedule.</summary>
    public static LearningRate FromConfig(ConfigItem item) => item.Node is JsonObject
        ? new(item.Read<LearningRateSchedule>())
        : new(item.Read<double>());

    /// <summary>The number, or the schedule as a Keras object.</summary>
    public JsonNode? ToConfig() =>
        Schedule is null ? ConfigValue.Write(Value) : KerasRegistry.SerializeObject(Schedule);

    /// <summary>The rate now.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
