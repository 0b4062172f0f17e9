namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// Normalises each sample over axes: <c>(x − mean) / √(variance + epsilon) · gamma + beta</c>.
    /// </summary>
    /// <param name="x">Any tensor of floats; float16 and bfloat16 are computed in float32.</param>
    /// <param name="gamma">The factor, of the shape of the axes.</param>
    /// <param name="beta">What is added at the end, of the shape of the axes.</param>
    /// <param name="axis">The axes; the last where null.</param>
    /// <param name="epsilon">Keeps the division finite; Keras's global epsilon where null.</param>
    /// <example><code>var normal = Ops.LayerNormalization(x);</code></example>
    public static Tensor LayerNormalization(
        Tensor x, Tensor? gamma = null, Tensor? beta = null, Axes? axis = null, double? epsilon = null) =>
        new LayerNormalizationOp(axis ?? -1, epsilon ?? Keras.Config.Epsilon(), gamma is not null, beta is not null)
            .Apply([x, .. Given(gamma), .. Given(beta)]);

    private sealed record LayerNormalizationOp(Axes Axis, double Epsilon, bool HasGamma, bool HasBeta) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = inputs[0].DType;
            var x = Cast(inputs[0], Promotion.Common(dtype, DType.Float32));
            var axes = Axis.Resolve(x.Shape, ClassName);
            var mean = Mean(x, Axis, keepdims: true);
            var inverse = Rsqrt(Var(x, Axis, keepdims: true) + Epsilon);
            inverse = HasGamma ? inverse * Along(x, inputs[1], axes) : inverse;
            var rest = -mean * inverse;
            rest = HasBeta ? rest + Along(x, inputs[^1], axes) : rest;
            return Cast((x * inverse) + rest, dtype);
        }

        // Its axes go to their places among those of x, the others are of size 1.
        private Tensor Along(Tensor x, Tensor weight, int[] axes)
        {
            var cast = Cast(weight, x.DType);
            if (cast.Rank == x.Rank)
            {
                return cast;
            }

            int[] others = [.. Enumerable.Range(axes[0], x.Rank - axes[0]).Except(axes)];
            if (cast.Rank != axes.Length)
            {
                throw new ShapeException(
                    ClassName, $"gamma and beta with {axes.Length} axes, those of axis={Axis}", $"{weight.Spec}, x={x.Spec}");
            }

            return others.Length == 0 ? cast : ExpandDims(cast, [.. others.Select(axis => axis - axes[0])]);
        }
    }
}
