namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's helpers: <c>keras.utils</c>.</summary>
    public static partial class Utils
    {
        /// <summary>Makes what follows in this session repeatable: default seeds, and draws without a seed.</summary>
        /// <param name="seed">From 0 to 2^32 − 1.</param>
        /// <exception cref="ArgumentOutOfRangeException">The seed does not fit 32 bits.</exception>
        /// <example><code>
        /// Keras.Utils.SetRandomSeed(42);
        /// var draw = Keras.Random.Normal([2, 3]); // the same in every run
        /// </code></example>
        public static void SetRandomSeed(long seed) => Session.Current.Random = new RandomSource(seed);

        /// <summary>Whether a value is a symbolic tensor, as <see cref="Input"/> and layers of it give.</summary>
        /// <param name="x">Any value.</param>
        /// <example><code>Console.WriteLine(Keras.Utils.IsKerasTensor(Keras.Input([3]))); // True</code></example>
        public static bool IsKerasTensor(object? x) => x is KerasTensor;
    }
}
