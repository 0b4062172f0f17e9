using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Numbers that are all equally likely between two bounds.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="minval">The lower bound, which may be drawn.</param>
        /// <param name="maxval">The upper bound, which is not drawn.</param>
        /// <param name="dtype">A floating-point dtype; floatx where null.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not a floating-point one.</exception>
        /// <example><code>var noise = Keras.Random.Uniform([2, 3], minval: -1.0, seed: 42);</code></example>
        public static Tensor Uniform(
            Shape shape, double minval = 0.0, double maxval = 1.0, DType? dtype = null, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return new UniformOp(shape, Floating(dtype, nameof(Uniform)), minval, maxval).Apply(Seed.NextKey(seed));
        }

        /// <summary>Uniform, with the axes that a shape leaves open taken from a tensor, known or not.</summary>
        internal static Tensor UniformLike(
            Tensor x, Shape? shape, double minval, double maxval, DType dtype, Seed? seed) =>
            new UniformOp(Open(shape, x), dtype, minval, maxval).Apply(Seed.NextKey(seed), x);

        private sealed record UniformOp(Shape Shape, DType DType, double Low, double High) : DrawOp(Shape, DType)
        {
            protected override void Draw(RandomKey key, TensorHandle destination) =>
                Fill(new UniformDraw((float)Low, (float)High, Precision.Of(DType)), key, destination);
        }
    }
}
