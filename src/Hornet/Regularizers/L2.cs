using Hornet.Serialization;

namespace Hornet.Regularizers;

/// <summary>Penalizes squares: <c>l2 · Σ x²</c>.</summary>
/// <example><code>var layer = new Dense(8, kernelRegularizer: new L2(0.001));</code></example>
[KerasExport("keras.regularizers")]
public sealed partial class L2 : Regularizer
{
    /// <summary>Makes the regularizer.</summary>
    /// <param name="l2">The factor of the penalty.</param>
    /// <exception cref="ArgumentException">The factor is negative or not finite.</exception>
    public L2(double l2 = 0.01) => Factor = Factors.Require(l2);

    /// <summary>The factor of the penalty.</summary>
    [ConfigKey("l2")]
    public double Factor { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Ops.Sum(Ops.Square(x)) * Factor;
}
