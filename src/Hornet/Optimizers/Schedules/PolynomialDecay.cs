using Hornet.Serialization;

namespace Hornet.Optimizers.Schedules;

/// <summary>A rate that goes from one value to another along a power.</summary>
/// <example><code>var rate = new PolynomialDecay(0.1, decaySteps: 1000, endLearningRate: 0.001);</code></example>
[KerasExport("keras.optimizers.schedules")]
public sealed partial class PolynomialDecay : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="initialLearningRate">The rate of the first step.</param>
    /// <param name="decaySteps">After how many steps the last rate is reached.</param>
    /// <param name="endLearningRate">The last rate.</param>
    /// <param name="power">The power: 1 for a straight line.</param>
    /// <param name="cycle">Whether it begins again after the last step, over more steps each time.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public PolynomialDecay(
        double initialLearningRate,
        double decaySteps,
        double endLearningRate = 0.0001,
        double power = 1.0,
        bool cycle = false,
        string name = "PolynomialDecay")
    {
        RequirePositive(decaySteps, nameof(decaySteps));
        InitialLearningRate = initialLearningRate;
        DecaySteps = decaySteps;
        EndLearningRate = endLearningRate;
        Power = power;
        Cycle = cycle;
        Name = name;
    }

    /// <summary>The rate of the first step.</summary>
    public double InitialLearningRate { get; }

    /// <summary>After how many steps the last rate is reached.</summary>
    public double DecaySteps { get; }

    /// <summary>The last rate.</summary>
    public double EndLearningRate { get; }

    /// <summary>The power: 1 for a straight line.</summary>
    public double Power { get; }

    /// <summary>Whether it begins again after the last step, over more steps each time.</summary>
    public bool Cycle { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    // (initial − end) · (1 − step / steps)ᵖ + end
    /// <inheritdoc/>
    public override Tensor Apply(Tensor step)
    {
        var dtype = Keras.Config.Floatx();
        Tensor count = Ops.Cast(step, dtype);
        Tensor steps = Ops.Cast(DecaySteps, dtype);
        if (Cycle)
        {
            steps *= Ops.Where(Ops.Equal(count, 0), 1.0, Ops.Ceil(count / DecaySteps));
        }
        else
        {
            count = Ops.Minimum(count, steps);
        }

        return Ops.Power(1 - count / steps, Power) * (InitialLearningRate - EndLearningRate) + EndLearningRate;
    }
}
