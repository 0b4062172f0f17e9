using Hornet.Serialization;

namespace Hornet.Constraints;

/// <summary>Sets what is negative to 0.</summary>
/// <example><code>var layer = new Dense(8, kernelConstraint: "non_neg");</code></example>
[KerasExport("keras.constraints")]
public sealed partial class NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor w) => Ops.Maximum(w, 0);
}
