using Hornet.Serialization;

namespace Hornet.Optimizers.Schedules;

/// <summary>A rate that is divided by a number that grows with the steps.</summary>
/// <example><code>var rate = new InverseTimeDecay(0.1, decaySteps: 1000, decayRate: 0.5);</code></example>
[KerasExport("keras.optimizers.schedules")]
public sealed partial class InverseTimeDecay : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="initialLearningRate">The rate of the first step.</param>
    /// <param name="decaySteps">Over how many steps the rate decays once.</param>
    /// <param name="decayRate">How much the divisor grows.</param>
    /// <param name="staircase">Whether it decays in whole intervals only.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public InverseTimeDecay(
        double initialLearningRate,
        double decaySteps,
        double decayRate,
        bool staircase = false,
        string name = "InverseTimeDecay")
    {
        RequirePositive(decaySteps, nameof(decaySteps));
        InitialLearningRate = initialLearningRate;
        DecaySteps = decaySteps;
        DecayRate = decayRate;
        Staircase = staircase;
        Name = name;
    }

    /// <summary>The rate of the first step.</summary>
    public double InitialLearningRate { get; }

    /// <summary>Over how many steps the rate decays once.</summary>
    public double DecaySteps { get; }

    /// <summary>How much the divisor grows.</summary>
    public double DecayRate { get; }

    /// <summary>Whether it decays in whole intervals only.</summary>
    public bool Staircase { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    // initial / (1 + decay · p), where p = step / steps
    /// <inheritdoc/>
    public override Tensor Apply(Tensor step)
    {
        var dtype = Keras.Config.Floatx();
        var p = Ops.Cast(step, dtype) / DecaySteps;
        p = Staircase ? Ops.Floor(p) : p;
        return InitialLearningRate / (1 + p * DecayRate);
    }
}
