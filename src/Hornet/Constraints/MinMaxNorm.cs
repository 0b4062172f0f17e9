using Hornet.Serialization;

namespace Hornet.Constraints;

/// <summary>Brings the norm of the weights of each unit between two bounds, or nearer to them.</summary>
/// <example><code>var layer = new Dense(8, kernelConstraint: new MinMaxNorm(0.5, 2));</code></example>
[KerasExport("keras.constraints")]
public sealed partial class MinMaxNorm : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="minValue">The smallest norm.</param>
    /// <param name="maxValue">The largest norm.</param>
    /// <param name="rate">What part of the way to the bounds a norm is brought: 1 for all of it.</param>
    /// <param name="axis">The axes that a norm goes over: 0 for a matrix of weights; 0 where null.</param>
    public MinMaxNorm(double minValue = 0, double maxValue = 1, double rate = 1, Axes? axis = null) =>
        (MinValue, MaxValue, Rate, Axis) = (minValue, maxValue, rate, axis ?? 0);

    /// <summary>The smallest norm.</summary>
    public double MinValue { get; }

    /// <summary>The largest norm.</summary>
    public double MaxValue { get; }

    /// <summary>What part of the way to the bounds a norm is brought.</summary>
    public double Rate { get; }

    /// <summary>The axes that a norm goes over.</summary>
    public Axes Axis { get; }

    // desired = rate · clip(norm, min, max) + (1 − rate) · norm
    /// <inheritdoc/>
    public override Tensor Apply(Tensor w)
    {
        var norms = Norms.Of(w, Axis);
        return Norms.Set(w, norms, Ops.Clip(norms, MinValue, MaxValue) * Rate + norms * (1 - Rate));
    }
}
