using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Integers that are all equally likely between two bounds.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="minval">The lower bound, which may be drawn.</param>
        /// <param name="maxval">The upper bound, which is not drawn.</param>
        /// <param name="dtype">An integer dtype. Integers of 64 bits are drawn in the range of 32.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">The dtype is not an integer one.</exception>
        /// <example><code>var dice = Keras.Random.Randint([10], 1, 7, seed: 42);</code></example>
        public static Tensor Randint(
            Shape shape, long minval, long maxval, DType dtype = DType.Int32, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return dtype.IsInteger() ? new RandintOp(shape, dtype, minval, maxval).Apply(Seed.NextKey(seed))
                : throw new ArgumentException(
                    $"Keras.Random.Randint: expected an integer dtype. Received: dtype={dtype.KerasName()}.",
                    nameof(dtype));
        }

        private sealed record RandintOp(Shape Shape, DType DType, long Low, long High) : DrawOp(Shape, DType)
        {
            protected override DType DrawnType => DType.IsUnsigned() ? DType.UInt32 : DType.Int32;

            protected override void Draw(RandomKey key, TensorHandle destination) => ParallelFor.Run(
                0, destination.Count, Grain, (Draw: new RandIntDraw(Low, High, DType), key, destination),
                static (begin, end, state) =>
                    state.Draw.Fill(state.key, begin, Part<uint>(state.destination, begin, end)));
        }
    }
}
