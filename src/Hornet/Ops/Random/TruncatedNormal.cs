using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Numbers of a normal distribution, none further than two deviations from the mean.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="mean">The mean of the distribution.</param>
        /// <param name="stddev">Its standard deviation, before it is cut off.</param>
        /// <param name="dtype">A floating-point dtype; floatx where null.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not a floating-point one.</exception>
        /// <example><code>var noise = Keras.Random.TruncatedNormal([2, 3], seed: 42);</code></example>
        public static Tensor TruncatedNormal(
            Shape shape, double mean = 0.0, double stddev = 1.0, DType? dtype = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            var type = Floating(dtype, nameof(TruncatedNormal));
            return new TruncatedNormalOp(shape, type, mean, stddev).Apply(Seed.NextKey(seed));
        }

        private sealed record TruncatedNormalOp(Shape Shape, DType DType, double Mean, double Stddev)
            : DrawOp(Shape, DType)
        {
            protected override void Draw(RandomKey key, TensorHandle destination) =>
                Fill(new TruncatedNormalDraw((float)Mean, (float)Stddev, Precision.Of(DType)), key, destination);
        }
    }
}
