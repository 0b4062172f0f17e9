using Hornet.Serialization;

namespace Hornet.Optimizers.Schedules;

/// <summary>One rate up to each boundary, and another one after the last.</summary>
/// <example><code>var rate = new PiecewiseConstantDecay([1000, 5000], [0.1, 0.01, 0.001]);</code></example>
[KerasExport("keras.optimizers.schedules")]
public sealed partial class PiecewiseConstantDecay : LearningRateSchedule
{
    /// <summary>Makes the schedule.</summary>
    /// <param name="boundaries">The last steps of the rates but for the last rate, in rising order.</param>
    /// <param name="values">The rates: one more than boundaries.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public PiecewiseConstantDecay(
        IReadOnlyList<double> boundaries,
        IReadOnlyList<double> values,
        string name = "PiecewiseConstant")
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        ArgumentNullException.ThrowIfNull(values);
        if (boundaries.Count != values.Count - 1)
        {
            throw new ArgumentException(
                "Expected one boundary less than values. "
                + $"Received: {boundaries.Count} boundaries, {values.Count} values.", nameof(boundaries));
        }

        Boundaries = [.. boundaries];
        Values = [.. values];
        Name = name;
    }

    /// <summary>The last steps of the rates but for the last rate, in rising order.</summary>
    public IReadOnlyList<double> Boundaries { get; }

    /// <summary>The rates: one more than boundaries.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    // Σ [bᵢ₋₁ < step ≤ bᵢ] · vᵢ
    /// <inheritdoc/>
    public override Tensor Apply(Tensor step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Tensor rate = Ops.Cast(Values[^1], Keras.Config.Floatx());
        for (var i = Boundaries.Count - 1; i >= 0; i--)
        {
            rate = Ops.Where(step <= Ops.Cast(Boundaries[i], step.DType), Values[i], rate);
        }

        return rate;
    }
}
