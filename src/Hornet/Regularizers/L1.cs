using Hornet.Serialization;

namespace Hornet.Regularizers;

/// <summary>Penalizes absolute values: <c>l1 · Σ |x|</c>.</summary>
/// <example><code>var layer = new Dense(8, kernelRegularizer: new L1(0.001));</code></example>
[KerasExport("keras.regularizers")]
public sealed partial class L1 : Regularizer
{
    /// <summary>Makes the regularizer.</summary>
    /// <param name="l1">The factor of the penalty.</param>
    /// <exception cref="ArgumentException">The factor is negative or not finite.</exception>
    public L1(double l1 = 0.01) => Factor = Factors.Tensor(l1);

    /// <summary>The factor of the penalty.</summary>
    [ConfigKey("l1")]
    public double Factor { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Ops.Sum(Ops.Abs(x)) * Factor;
}
