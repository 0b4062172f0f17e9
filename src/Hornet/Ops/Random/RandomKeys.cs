using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Random numbers, bit for bit those of Keras on JAX for the same seed: <c>keras.random</c>.</summary>
    /// <remarks>Without a seed the global generator is used, so that each call gives other numbers.</remarks>
    public static partial class Random
    {
        /// <summary>How many numbers are worth a thread.</summary>
        internal const int Grain = 1 << 14;

        /// <summary>The key that a tensor of two words holds.</summary>
        internal static RandomKey KeyOf(TensorHandle tensor)
        {
            using var dense = Kernels.Contiguous(tensor);
            var words = dense.Elements<uint>();
            return new RandomKey(words[0], words[1]);
        }

        /// <summary>Fills a tensor of float32 on libtorch's threads: each number depends on its place alone.</summary>
        private static void Fill<TDraw>(TDraw draw, RandomKey key, TensorHandle destination)
            where TDraw : struct, IDraw => ParallelFor.Run(
                0, destination.Count, Grain, (draw, key, destination), static (begin, end, state) => Draws.Fill(
                    state.draw, state.key, begin, Part<float>(state.destination, begin, end)));

        /// <summary>Some elements of a row-major tensor.</summary>
        internal static Span<T> Part<T>(TensorHandle tensor, long begin, long end)
            where T : unmanaged => tensor.Elements<T>()[(int)begin..(int)end];

        // Bits are drawn for float32 at most; what is no float of 16 or 32 or 64 bits is refused.
        private static DType Floating(DType? dtype, string function)
        {
            var wanted = dtype ?? Config.Floatx();
            return wanted.IsFloating() && !wanted.IsFloat8() ? wanted : throw new ArgumentException(
                $"Keras.Random.{function}: expected a floating-point dtype (float16, bfloat16, float32 or float64). " +
                $"Received: dtype={wanted.KerasName()}.", nameof(dtype));
        }
    }
}
