using System.Runtime.CompilerServices;

namespace Hornet;

public static partial class Keras
{
    public static partial class Utils
    {
        /// <summary>A row for each class number, with a one in the place of the class: one-hot vectors.</summary>
        /// <param name="x">The numbers of the classes, from 0. A last axis of size 1 is left out.</param>
        /// <param name="numClasses">The number of classes; the largest number and one where null.</param>
        /// <returns>float64, with one more axis, as long as there are classes.</returns>
        /// <exception cref="ArgumentException">A number is no class.</exception>
        /// <example><code>var labels = Keras.Utils.ToCategorical(new[] { 0, 2, 1 }); // (3, 3)</code></example>
        [OverloadResolutionPriority(1)]
        public static Tensor ToCategorical(Array x, int? numClasses = null)
        {
            ArgumentNullException.ThrowIfNull(x);
            var given = Tensor.From(x);
            long[] classes = [.. ((EagerTensor)Ops.Cast(given, DType.Int64)).ToArray().Cast<long>()];
            var count = numClasses is > 0 ? numClasses.Value : (int)(classes.Length > 0 ? classes.Max() + 1
                : throw new ArgumentException("Expected class numbers, or num_classes. Received: an empty array."));
            var rows = new double[classes.Length * count];
            for (var i = 0; i < classes.Length; i++)
            {
                // A negative number counts from the end, as an index does.
                var place = classes[i] < 0 ? classes[i] + count : classes[i];
                if (place < 0 || place >= count)
                {
                    throw new ArgumentException($"Expected class numbers below {count}. Received: {classes[i]}.");
                }

                rows[(i * count) + place] = 1;
            }

            return Tensor.From([.. Squeezed(given.Shape), count], rows);
        }

        /// <summary>A row for each class number, with a one in the place of the class: one-hot vectors.</summary>
        /// <param name="x">The numbers of the classes, from 0. A last axis of size 1 is left out.</param>
        /// <param name="numClasses">The number of classes. A number that is none of them gives zeros.</param>
        /// <returns>floatx, with one more axis, as long as there are classes.</returns>
        public static Tensor ToCategorical(Tensor x, int numClasses)
        {
            ArgumentNullException.ThrowIfNull(x);
            return Ops.OneHot(x.Shape is [_, .., 1] ? Ops.Squeeze(x, -1) : x, numClasses);
        }

        /// <summary>The one-hot vector of one class number.</summary>
        /// <param name="x">The number of the class, from 0.</param>
        /// <param name="numClasses">The number of classes; the number and one where null.</param>
        /// <exception cref="ArgumentException">The number is no class.</exception>
        [OverloadResolutionPriority(1)]
        public static Tensor ToCategorical(int x, int? numClasses = null) => ToCategorical((int[])[x], numClasses)[0];

        private static IEnumerable<int?> Squeezed(Shape shape) =>
            shape is [_, .., 1] ? shape.SkipLast(1) : shape;
    }
}
