namespace Hornet.Layers;

/// <summary>What batch renormalization keeps, and how it corrects a batch towards it.</summary>
internal sealed class RenormStatistics(Variable movingDeviation, Variable mean, Variable deviation)
{
    private static readonly string[] s_keys = ["rmax", "rmin", "dmax"];

    /// <summary>The bounds of the corrections, or an error that says what they can be.</summary>
    public static IReadOnlyDictionary<string, double> Checked(IReadOnlyDictionary<string, double> clipping)
    {
        var wrong = clipping.Keys.Except(s_keys).Any() ? $"the keys {string.Join(", ", s_keys)}"
            : Bound(clipping, "rmax") < Bound(clipping, "rmin") ? "rmax to be rmin or more"
            : Bound(clipping, "dmax") < 0 ? "dmax to be 0 or more"
            : null;
        return wrong is null ? clipping : throw new ArgumentException(
            $"BatchNormalization: expected {wrong} in renorm_clipping. Received: " +
            $"{string.Join(", ", clipping.Select(
                    bound => FormattableString.Invariant($"{bound.Key}={bound.Value}")))}.",
            nameof(clipping));
    }

    /// <summary>The factor and the offset with the corrections in them; moves the statistics.</summary>
    /// <remarks>
    /// (x̂ · r + d) · gamma + beta = x̂ · (r · gamma) + (d · gamma + beta), where r = σ / σ' and d = (μ − μ') / σ'
    /// </remarks>
    public (Tensor? Gamma, Tensor? Beta) Correct(
        BatchNormalization layer, Tensor batchMean, Tensor variance, Tensor? gamma, Tensor? beta)
    {
        var dtype = batchMean.DType;
        var batchDeviation = Ops.Sqrt(variance + layer.Epsilon);
        var floor = Ops.Maximum(Ops.Cast(deviation.Raw, dtype), Math.Sqrt(layer.Epsilon));
        var clipping = layer.RenormClipping!;
        var ratio = batchDeviation / floor;
        ratio = Bound(clipping, "rmin") is { } rmin ? Ops.Maximum(ratio, rmin) : ratio;
        ratio = Bound(clipping, "rmax") is { } rmax ? Ops.Minimum(ratio, rmax) : ratio;
        var shift = (batchMean - Ops.Cast(mean.Raw, dtype)) / floor;
        shift = Bound(clipping, "dmax") is { } dmax ? Ops.Clip(shift, -dmax, dmax) : shift;
        Move(layer, batchMean, batchDeviation);
        (ratio, shift) = (Ops.StopGradient(ratio), Ops.StopGradient(shift));
        var (factor, offset) = gamma is null ? (ratio, shift) : (ratio * gamma, shift * gamma);
        return (factor, beta is null ? offset : offset + beta);
    }

    private static double? Bound(IReadOnlyDictionary<string, double> clipping, string key) =>
        clipping.TryGetValue(key, out var bound) ? bound : null;

    private void Move(BatchNormalization layer, Tensor batchMean, Tensor batchDeviation)
    {
        BatchNormalization.Move(mean, batchMean, layer.RenormMomentum);
        BatchNormalization.Move(deviation, batchDeviation, layer.RenormMomentum);
        BatchNormalization.Move(layer.MovingMean, batchMean, layer.Momentum);
        var moved = BatchNormalization.Move(movingDeviation, batchDeviation, layer.Momentum);
        layer.MovingVariance.Assign(Ops.Relu(moved * moved - layer.Epsilon)); // rounding must not make it negative
    }
}
