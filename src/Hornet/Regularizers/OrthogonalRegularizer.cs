using Hornet.Serialization;

namespace Hornet.Regularizers;

/// <summary>Penalizes rows, or columns, of a matrix that are not orthogonal to each other.</summary>
/// <remarks>The factor times the mean of the absolute cosines between all pairs of them.</remarks>
/// <example><code>var layer = new Dense(8, kernelRegularizer: new OrthogonalRegularizer(0.01));</code></example>
[KerasExport("keras.regularizers")]
public sealed partial class OrthogonalRegularizer : Regularizer
{
    /// <summary>Makes the regularizer.</summary>
    /// <param name="factor">The factor of the penalty.</param>
    /// <param name="mode"><c>rows</c> or <c>columns</c>.</param>
    /// <exception cref="ArgumentException">The factor is negative or not finite, or the mode is another.</exception>
    public OrthogonalRegularizer(double factor = 0.01, string mode = "rows")
    {
        Factor = Factors.Require(factor);
        Mode = mode is "rows" or "columns" ? mode : throw new ArgumentException(
            $"Expected mode to be 'rows' or 'columns'. Received: '{mode}'.", nameof(mode));
    }

    /// <summary>The factor of the penalty.</summary>
    public double Factor { get; }

    /// <summary><c>rows</c> or <c>columns</c>.</summary>
    public string Mode { get; }

    // factor · Σᵢ≠ⱼ |cos(xᵢ, xⱼ)| / 2 / (n (n − 1) / 2)
    /// <inheritdoc/>
    /// <exception cref="ShapeException">The tensor is no matrix of a known size.</exception>
    public override Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var axis = Mode == "rows" ? 1 : 0;
        if (x.Rank != 2 || x.Shape[1 - axis] is not { } size)
        {
            throw new ShapeException(nameof(OrthogonalRegularizer), "a matrix of a known size", $"{x.Spec}");
        }

        var unit = Normalize(x, axis);
        var cosines = axis == 1 ? Ops.Matmul(unit, Ops.Transpose(unit)) : Ops.Matmul(Ops.Transpose(unit), unit);
        var others = cosines * (1.0 - Ops.Eye(size, dtype: x.DType));
        var pairs = size * (size - 1.0) / 2;
        return Ops.Cast(Factor, Keras.Config.Floatx()) * 0.5 * Ops.Sum(Ops.Abs(others)) / pairs;
    }

    private static Tensor Normalize(Tensor x, int axis)
    {
        var inverse = Ops.Rsqrt(Ops.Sum(Ops.Square(x), axis, keepdims: true));
        return x * Ops.Minimum(inverse, 1 / Keras.Config.Epsilon());
    }
}
