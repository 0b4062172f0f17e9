namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Sets numbers to zero with a probability, and scales up the others so that the mean stays.</summary>
        /// <param name="inputs">A tensor of floats.</param>
        /// <param name="rate">The probability of a zero. At 0 or 1 nothing is drawn.</param>
        /// <param name="noiseShape">
        /// The shape of the choices, null for an axis of the inputs' size; it broadcasts to the inputs' shape. With an
        /// axis of 1, all along that axis are dropped together. That of the inputs where null.
        /// </param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The inputs are no floats, or the noise does not broadcast.</exception>
        /// <example><code>var y = Keras.Random.Dropout(x, 0.5, seed: 42);</code></example>
        public static Tensor Dropout(Tensor inputs, double rate, Shape? noiseShape = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(inputs);
            return new DropoutOp(rate, noiseShape, seed).Apply(inputs);
        }

        private sealed record DropoutOp(double Rate, Shape? NoiseShape, Seed? Seed) : SeededOp(Seed)
        {
            protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Rate switch
            {
                0 => inputs[0],
                1 => Ops.ZerosLike(inputs[0]),
                _ => base.Compute(inputs),
            };

            protected override Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs) =>
                new DropOp(Rate, NoiseShape).Apply(key, inputs[0]);
        }
    }
}
