namespace Hornet;

public static partial class Ops
{
    /// <summary>Normalises over axes: <c>(x − mean) / √(variance + ε) · gamma + beta</c>.</summary>
    /// <param name="x">Any tensor of numbers. Half precision is computed in float32.</param>
    /// <param name="gamma">What the result is multiplied with, of the shape of the axes; nothing where null.</param>
    /// <param name="beta">What is added, of the shape of the axes; nothing where null.</param>
    /// <param name="axis">The axes; the last one where null.</param>
    /// <param name="epsilon">What keeps the division finite; <c>Keras.Config.Epsilon()</c> where null.</param>
    /// <param name="rmsScaling">Keras's deprecated <c>rms_scaling</c>: <c>x / √(variance + ε) · gamma</c>.</param>
    /// <example><code>var z = Ops.LayerNormalization(x);</code></example>
    public static Tensor LayerNormalization(
        Tensor x,
        Tensor? gamma = null,
        Tensor? beta = null,
        Axes? axis = null,
        double? epsilon = null,
        bool rmsScaling = false)
    {
        Tensor?[] inputs = [x, gamma, beta];
        return new LayerNormOp(axis ?? -1, epsilon, rmsScaling)
        {
            HasGamma = gamma is not null,
            HasBeta = beta is not null,
        }.Apply([.. inputs.OfType<Tensor>()]);
    }

    private sealed record LayerNormOp(Axes Axis, double? Epsilon, bool RmsScaling) : Composite
    {
        public bool HasGamma { get; init; }

        public bool HasBeta { get; init; }

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = inputs[0].DType;
            var x = Cast(inputs[0], Promotion.Common(dtype, DType.Float32));
            var axes = Axis.Resolve(x.Shape, ClassName);
            var gamma = HasGamma ? Fit(inputs[1], x, axes) : null;
            var beta = HasBeta ? Fit(inputs[^1], x, axes) : null;
            var epsilon = Epsilon ?? Keras.Config.Epsilon();
            return Cast(RmsScaling ? Scale(x, gamma, axes, epsilon) : Normalize(x, gamma, beta, axes, epsilon), dtype);
        }

        private static Tensor Scale(Tensor x, Tensor? gamma, int[] axes, double epsilon)
        {
            var scaled = x * Rsqrt(Var(x, axes, keepdims: true) + epsilon);
            return gamma is null ? scaled : scaled * gamma;
        }

        private static Tensor Normalize(Tensor x, Tensor? gamma, Tensor? beta, int[] axes, double epsilon)
        {
            if (NormalizeTrailingOp.Takes(x, gamma, beta, axes))
            {
                return new NormalizeTrailingOp(axes.Length, epsilon).ApplyMany(
                    x, gamma ?? Ones(x.Shape[axes[0]..], x.DType), beta ?? Zeros(x.Shape[axes[0]..], x.DType))[0];
            }

            var (mean, variance) = Moments(x, axes, keepdims: true);
            var inverse = Rsqrt(variance + epsilon);
            inverse = gamma is null ? inverse : inverse * gamma;
            var shift = beta is null ? -mean * inverse : (-mean * inverse) + beta;
            return (x * inverse) + shift;
        }

        // Of the shape of the axes, where they are in x; what has the rank of x broadcasts as it is.
        private static Tensor Fit(Tensor vector, Tensor x, int[] axes)
        {
            var fitted = Cast(vector, x.DType);
            if (vector.Rank == x.Rank || IsTrailing(x, axes) && vector.Rank == axes.Length)
            {
                return fitted;
            }

            Shape shape = [.. x.Shape.Select((size, axis) => axes.Contains(axis) ? size : 1)];
            return !vector.Shape.IsKnown || !shape.IsKnown || vector.Shape.Size == shape.Size
                ? Reshape(fitted, shape)
                : throw new ShapeException(
                    "LayerNorm", $"gamma and beta of as many elements as axes {shape} have", $"{vector.Spec}");
        }
    }

    /// <summary>Whether the axes are the last ones.</summary>
    private static bool IsTrailing(Tensor x, int[] axes) => axes.Length > 0 && axes[0] == x.Rank - axes.Length;
}
