using Hornet.Serialization;

namespace Hornet.Optimizers.Schedules;

/// <summary>A rate that falls along half a wave of the cosine, again and again.</summary>
/// <example><code>var rate = new CosineDecayRestarts(0.1, firstDecaySteps: 1000);</code></example>
[KerasExport("keras.optimizers.schedules")]
public sealed partial class CosineDecayRestarts : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="initialLearningRate">The rate of the first step.</param>
    /// <param name="firstDecaySteps">Over how many steps the rate falls the first time.</param>
    /// <param name="tMul">How many times as long each fall is as the one before.</param>
    /// <param name="mMul">What the rate is multiplied by at each start.</param>
    /// <param name="alpha">What part of the rate is left at the end of a fall.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public CosineDecayRestarts(
        double initialLearningRate,
        double firstDecaySteps,
        double tMul = 2.0,
        double mMul = 1.0,
        double alpha = 0,
        string name = "SGDRDecay")
    {
        RequirePositive(firstDecaySteps, nameof(firstDecaySteps));
        InitialLearningRate = initialLearningRate;
        FirstDecaySteps = firstDecaySteps;
        TMul = tMul;
        MMul = mMul;
        Alpha = alpha;
        Name = name;
    }

    /// <summary>The rate of the first step.</summary>
    public double InitialLearningRate { get; }

    /// <summary>Over how many steps the rate falls the first time.</summary>
    public double FirstDecaySteps { get; }

    /// <summary>How many times as long each fall is as the one before.</summary>
    public double TMul { get; }

    /// <summary>What the rate is multiplied by at each start.</summary>
    public double MMul { get; }

    /// <summary>What part of the rate is left at the end of a fall.</summary>
    public double Alpha { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    // initial · ((1 − α) mⁱ (1 + cos(π p)) / 2 + α), where p is the part of the i-th fall that is over
    /// <inheritdoc/>
    public override Tensor Apply(Tensor step)
    {
        var dtype = Keras.Config.Floatx();
        var (restarts, part) = Place(Ops.Cast(step, dtype) / FirstDecaySteps);
        var cosine = Ops.Power(Ops.Cast(MMul, dtype), restarts) * (Ops.Cos(part * Math.PI) + 1) * 0.5;
        return (cosine * (1 - Alpha) + Alpha) * InitialLearningRate;
    }

    // i = ⌊log(1 − x (1 − t)) / log t⌋: so many falls, of 1, t, t², ... times the first, have room in x times the first
    private (Tensor Restarts, Tensor Part) Place(Tensor x)
    {
        if (TMul == 1)
        {
            var whole = Ops.Floor(x);
            return (whole, x - whole);
        }

        var t = Ops.Cast(TMul, x.DType);
        var restarts = Ops.Floor(Ops.Log(1 - x * (1 - t)) / Ops.Log(t));
        var length = Ops.Power(t, restarts);
        return (restarts, (x - (1 - length) / (1 - t)) / length);
    }
}
