using Hornet.Serialization;

namespace Hornet.Optimizers.Schedules;

/// <summary>A rate that falls along half a wave of the cosine, after a rise where one is wanted.</summary>
/// <example><code>
/// var rate = new CosineDecay(0.0, decaySteps: 1000, warmupTarget: 0.1, warmupSteps: 100);
/// </code></example>
[KerasExport("keras.optimizers.schedules")]
public sealed partial class CosineDecay : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="initialLearningRate">The rate of the first step.</param>
    /// <param name="decaySteps">Over how many steps the rate falls.</param>
    /// <param name="alpha">What part of the rate is left at the end.</param>
    /// <param name="name">The name.</param>
    /// <param name="warmupTarget">What the rate rises to before it falls; it does not rise where null.</param>
    /// <param name="warmupSteps">Over how many steps the rate rises.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public CosineDecay(
        double initialLearningRate,
        double decaySteps,
        double alpha = 0,
        string name = "CosineDecay",
        double? warmupTarget = null,
        double warmupSteps = 0)
    {
        RequirePositive(decaySteps, nameof(decaySteps));
        InitialLearningRate = initialLearningRate;
        DecaySteps = decaySteps;
        Alpha = alpha;
        Name = name;
        WarmupTarget = warmupTarget;
        WarmupSteps = warmupSteps;
    }

    /// <summary>The rate of the first step.</summary>
    public double InitialLearningRate { get; }

    /// <summary>Over how many steps the rate falls.</summary>
    public double DecaySteps { get; }

    /// <summary>What part of the rate is left at the end.</summary>
    public double Alpha { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What the rate rises to before it falls; it does not rise where null.</summary>
    public double? WarmupTarget { get; }

    /// <summary>Over how many steps the rate rises.</summary>
    public double WarmupSteps { get; }

    // up to the warmup steps (target − initial) · step / warmup + initial, then the cosine from the target
    /// <inheritdoc/>
    public override Tensor Apply(Tensor step)
    {
        var dtype = Keras.Config.Floatx();
        var count = Ops.Cast(step, dtype);
        if (WarmupTarget is not { } target)
        {
            return Decay(Ops.Minimum(count, DecaySteps), InitialLearningRate);
        }

        count = Ops.Minimum(count, DecaySteps + WarmupSteps);
        var rising = count / WarmupSteps * (target - InitialLearningRate) + InitialLearningRate;
        return Ops.Where(count < WarmupSteps, rising, Decay(count - WarmupSteps, target));
    }

    // from · ((1 − α) (1 + cos(π step / steps)) / 2 + α)
    private Tensor Decay(Tensor step, double from)
    {
        var cosine = (Ops.Cos(step / DecaySteps * Math.PI) + 1) * 0.5;
        return (cosine * (1 - Alpha) + Alpha) * from;
    }
}
