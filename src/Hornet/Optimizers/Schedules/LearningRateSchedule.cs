using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Optimizers.Schedules;

/// <summary>A learning rate that depends on how many steps have been made.</summary>
/// <remarks>A schedule of one's own derives from this and computes in ops, since it is traced.</remarks>
/// <example><code>
/// var optimizer = new SGD(new CosineDecay(0.1, decaySteps: 1000));
/// </code></example>
public abstract class LearningRateSchedule : IKerasSerializable
{
    /// <summary>The learning rate of a step: a scalar.</summary>
    /// <param name="step">How many steps have been made: an integer or float, as a scalar.</param>
    public abstract Tensor Apply(Tensor step);

    /// <inheritdoc/>
    public virtual JsonObject GetConfig() => [];

    private protected static void RequirePositive(double value, string name)
    {
        if (!(value > 0))
        {
            throw new ArgumentException($"Expected {name} to be above 0. Received: {value}.", name);
        }
    }
}
