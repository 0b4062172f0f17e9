namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>How many of some trials succeed.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="counts">How many trials there are; broadcasts to the result's shape.</param>
        /// <param name="probabilities">How likely a success is, from 0 to 1; broadcasts to the result's shape.</param>
        /// <param name="dtype">A floating-point dtype; floatx where null.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not a floating-point one.</exception>
        /// <example><code>var heads = Keras.Random.Binomial([2, 3], 10, 0.5, seed: 42);</code></example>
        public static Tensor Binomial(
            Shape shape, Tensor counts, Tensor probabilities, DType? dtype = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return new BinomialOp(shape, Floating(dtype, nameof(Binomial)), seed).Apply(counts, probabilities);
        }

        private sealed record BinomialOp(Shape Shape, DType DType, Seed? Seed) : SeededOp(Seed)
        {
            protected override Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs) =>
                new BinomialDrawOp(Shape, DType).Apply(key, inputs[0], inputs[1]);
        }

        private sealed record BinomialDrawOp(Shape Shape, DType DType) : ParametricOp(Shape, DType)
        {
            // Each round draws for all elements.
            protected override bool IsWhole => true;

            protected override void Draw(
                RandomKey key,
                long from,
                ReadOnlySpan<float> first,
                ReadOnlySpan<float> second,
                Span<float> destination) =>
                BinomialDraw.Fill(key, first, second, destination);
        }
    }
}
