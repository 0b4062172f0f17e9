namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Numbers of a gamma distribution of scale 1.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="alpha">The distribution's shape parameter, above 0; broadcasts to the result's shape.</param>
        /// <param name="dtype">A floating-point dtype; floatx where null.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not a floating-point one.</exception>
        /// <example><code>var draw = Keras.Random.Gamma([2, 3], 0.5, seed: 42);</code></example>
        public static Tensor Gamma(Shape shape, Tensor alpha, DType? dtype = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return new GammaOp(shape, Floating(dtype, nameof(Gamma)), seed).Apply(alpha);
        }

        private sealed record GammaOp(Shape Shape, DType DType, Seed? Seed) : SeededOp(Seed)
        {
            protected override Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs) =>
                new GammaDrawOp(Shape, DType).Apply(key, inputs[0]);
        }

        private sealed record GammaDrawOp(Shape Shape, DType DType) : ParametricOp(Shape, DType)
        {
            protected override void Draw(
                RandomKey key,
                long from,
                ReadOnlySpan<float> first,
                ReadOnlySpan<float> second,
                Span<float> destination) =>
                GammaDraw.Fill(key, from, first, destination, Precision.Of(DType));
        }
    }
}
