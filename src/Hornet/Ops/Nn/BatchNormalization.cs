namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// Normalises with given statistics of an axis: <c>(x − mean) / √(variance + epsilon) · scale + offset</c>.
    /// </summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <param name="mean">A mean for each place of the axis.</param>
    /// <param name="variance">A variance for each place of the axis.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="offset">What is added at the end, for each place of the axis.</param>
    /// <param name="scale">The factor, for each place of the axis.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <example><code>
    /// var (mean, variance) = Ops.Moments(x, axes: 0);
    /// var normal = Ops.BatchNormalization(x, mean, variance, axis: -1);
    /// </code></example>
    public static Tensor BatchNormalization(
        Tensor x,
        Tensor mean,
        Tensor variance,
        int axis,
        Tensor? offset = null,
        Tensor? scale = null,
        double epsilon = 1e-3) =>
        new BatchNormalizationOp(axis, epsilon, offset is not null, scale is not null)
            .Apply([x, mean, variance, .. Given(offset), .. Given(scale)]);

    /// <summary>An argument that may be left out, as a part of a list.</summary>
    private static Tensor[] Given(Tensor? tensor) => tensor is null ? [] : [tensor];

    private sealed record BatchNormalizationOp(int Axis, double Epsilon, bool HasOffset, bool HasScale) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            var axis = x.Shape.Resolve(Axis, ClassName);
            var mean = Along(x, inputs[1], axis);
            var inverse = Rsqrt(Along(x, inputs[2], axis) + Epsilon);
            inverse = HasScale ? inverse * Along(x, inputs[^1], axis) : inverse;
            var rest = -mean * inverse;
            rest = HasOffset ? rest + Along(x, inputs[3], axis) : rest;
            return (x * inverse) + rest;
        }

        // (C) as (1, …, C, …, 1), so that it broadcasts; the last axis does so by itself.
        private Tensor Along(Tensor x, Tensor vector, int axis)
        {
            if (vector.Rank != 1 || !Shape.Agree(vector.Shape[0], x.Shape[axis]))
            {
                throw new ShapeException(
                    ClassName, $"statistics of shape ({x.Shape[axis]},), one for each place of axis {Axis}",
                    $"{vector.Spec}, x={x.Spec}");
            }

            return axis == x.Rank - 1 ? vector : ExpandDims(vector, [.. Enumerable.Range(1, x.Rank - 1 - axis)]);
        }
    }
}
