using Hornet.Serialization;

namespace Hornet.Regularizers;

/// <summary>Penalizes absolute values and squares: <c>l1 · Σ |x| + l2 · Σ x²</c>.</summary>
/// <example><code>var layer = new Dense(8, kernelRegularizer: new L1L2(l1: 0.001, l2: 0.01));</code></example>
[KerasExport("keras.regularizers")]
public sealed partial class L1L2 : Regularizer
{
    /// <summary>Makes the regularizer.</summary>
    /// <param name="l1">The factor of the absolute values.</param>
    /// <param name="l2">The factor of the squares.</param>
    /// <exception cref="ArgumentException">A factor is negative or not finite.</exception>
    public L1L2(double l1 = 0, double l2 = 0) => (L1, L2) = (Factors.Require(l1), Factors.Require(l2));

    /// <summary>The factor of the absolute values.</summary>
    public double L1 { get; }

    /// <summary>The factor of the squares.</summary>
    public double L2 { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var absolute = L1 == 0 ? null : Ops.Sum(Ops.Abs(x)) * L1;
        var square = L2 == 0 ? null : Ops.Sum(Ops.Square(x)) * L2;
        return absolute is null || square is null
            ? absolute ?? square ?? Ops.Zeros([], x.DType)
            : absolute + square;
    }
}
