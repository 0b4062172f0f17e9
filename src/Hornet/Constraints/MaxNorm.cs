using Hornet.Serialization;

namespace Hornet.Constraints;

/// <summary>Shortens the weights of each unit whose norm is too large.</summary>
/// <example><code>var layer = new Dense(8, kernelConstraint: new MaxNorm(2));</code></example>
[KerasExport("keras.constraints")]
public sealed partial class MaxNorm : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="maxValue">The largest norm.</param>
    /// <param name="axis">The axes that a norm goes over: 0 for a matrix of weights; 0 where null.</param>
    public MaxNorm(double maxValue = 2, Axes? axis = null) => (MaxValue, Axis) = (maxValue, axis ?? 0);

    /// <summary>The largest norm.</summary>
    public double MaxValue { get; }

    /// <summary>The axes that a norm goes over.</summary>
    public Axes Axis { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor w)
    {
        var norms = Norms.Of(w, Axis);
        return Norms.Set(w, norms, Ops.Clip(norms, 0, MaxValue));
    }
}
