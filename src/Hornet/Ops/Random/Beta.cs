namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Numbers of a beta distribution.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="alpha">The first parameter, above 0; broadcasts to the result's shape.</param>
        /// <param name="beta">The second parameter, above 0; broadcasts to the result's shape.</param>
        /// <param name="dtype">A floating-point dtype; floatx where null.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not a floating-point one.</exception>
        /// <example><code>var draw = Keras.Random.Beta([2, 3], 0.5, 2.0, seed: 42);</code></example>
        public static Tensor Beta(Shape shape, Tensor alpha, Tensor beta, DType? dtype = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return new BetaOp(shape, Floating(dtype, nameof(Beta)), seed).Apply(alpha, beta);
        }

        private sealed record BetaOp(Shape Shape, DType DType, Seed? Seed) : SeededOp(Seed)
        {
            protected override Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs) =>
                new BetaDrawOp(Shape, DType).Apply(key, inputs[0], inputs[1]);
        }

        private sealed record BetaDrawOp(Shape Shape, DType DType) : ParametricOp(Shape, DType)
        {
            protected override void Draw(
                RandomKey key,
                long from,
                ReadOnlySpan<float> first,
                ReadOnlySpan<float> second,
                Span<float> destination) =>
                BetaDraw.Fill(key, from, first, second, destination, Precision.Of(DType));
        }
    }
}
