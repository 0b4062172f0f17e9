using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Numbers of a normal distribution.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="mean">The mean of the distribution.</param>
        /// <param name="stddev">Its standard deviation.</param>
        /// <param name="dtype">A floating-point dtype; floatx where null.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not a floating-point one.</exception>
        /// <example><code>var noise = Keras.Random.Normal([2, 3], stddev: 0.1, seed: 42);</code></example>
        public static Tensor Normal(
            Shape shape, double mean = 0.0, double stddev = 1.0, DType? dtype = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return new NormalOp(shape, Floating(dtype, nameof(Normal)), mean, stddev).Apply(Seed.NextKey(seed));
        }

        /// <summary>Normal, of the shape of a tensor, be it known or not.</summary>
        internal static Tensor NormalLike(Tensor x, double mean, double stddev, DType dtype, Seed? seed) =>
            new NormalOp(Open(null, x), dtype, mean, stddev).Apply(Seed.NextKey(seed), x);

        private sealed record NormalOp(Shape Shape, DType DType, double Mean, double Stddev) : DrawOp(Shape, DType)
        {
            protected override void Draw(RandomKey key, TensorHandle destination) =>
                Fill(new NormalDraw((float)Mean, (float)Stddev, Precision.Of(DType)), key, destination);
        }
    }
}
