using Hornet.Serialization;

namespace Hornet.Constraints;

/// <summary>Gives the weights of each unit the norm 1.</summary>
/// <example><code>var layer = new Dense(8, kernelConstraint: new UnitNorm());</code></example>
[KerasExport("keras.constraints")]
public sealed partial class UnitNorm : Constraint
{
    /// <summary>Makes the constraint.</summary>
    /// <param name="axis">The axes that a norm goes over: 0 for a matrix of weights; 0 where null.</param>
    public UnitNorm(Axes? axis = null) => Axis = axis ?? 0;

    /// <summary>The axes that a norm goes over.</summary>
    public Axes Axis { get; }

    // w / (ε + √Σ w²)
    /// <inheritdoc/>
    public override Tensor Apply(Tensor w)
    {
        var norms = Norms.Of(w, Axis);
        return Ops.Cast(w, norms.DType) / (Keras.Config.Epsilon() + norms);
    }
}
