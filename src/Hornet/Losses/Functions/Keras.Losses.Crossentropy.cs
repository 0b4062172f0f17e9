using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    public static partial class Losses
    {
        /// <summary>The crossentropy between targets of 0 and 1 and predicted probabilities.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions, of the same shape.</param>
        /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
        /// <param name="labelSmoothing">How far the targets are drawn towards 0.5: 0 to 1.</param>
        /// <param name="axis">The axes that are averaged; the last where null.</param>
        /// <example><code>var losses = Keras.Losses.BinaryCrossentropy(y, x);</code></example>
        public static Tensor BinaryCrossentropy(
            Tensor yTrue, Tensor yPred, bool fromLogits = false, double labelSmoothing = 0.0, Axes? axis = null)
        {
            var (y, p) = LossReduction.Align("BinaryCrossentropy", yTrue, yPred);
            return Ops.Mean(Ops.BinaryCrossentropy(Smooth(y, labelSmoothing, 2.0), p, fromLogits), axis ?? -1);
        }

        /// <summary>The crossentropy between one-hot targets and predicted probabilities of the classes.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions, of the same shape.</param>
        /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
        /// <param name="labelSmoothing">How far the targets are drawn towards equal probabilities: 0 to 1.</param>
        /// <param name="axis">The axis of the classes.</param>
        /// <example><code>var losses = Keras.Losses.CategoricalCrossentropy(y, x);</code></example>
        public static Tensor CategoricalCrossentropy(
            Tensor yTrue, Tensor yPred, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1)
        {
            var (y, p) = LossReduction.Align("CategoricalCrossentropy", yTrue, yPred);
            y = Smooth(y, labelSmoothing, Classes("CategoricalCrossentropy", p, axis));
            return Ops.CategoricalCrossentropy(y, p, fromLogits, axis);
        }

        /// <summary>The crossentropy between indices of classes and predicted probabilities of the classes.</summary>
        /// <param name="yTrue">The indices of the classes; an axis of size 1 for the classes does not matter.</param>
        /// <param name="yPred">The predictions.</param>
        /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
        /// <param name="ignoreClass">A class whose samples do not count.</param>
        /// <param name="axis">The axis of the classes.</param>
        /// <example><code>
        /// var losses = Keras.Losses.SparseCategoricalCrossentropy(new[] { 0, 2 }, new float[,] { { 2, 1, 0 }, { 2, 1,
        /// 0 } });
        /// </code></example>
        public static Tensor SparseCategoricalCrossentropy(
            Tensor yTrue, Tensor yPred, bool fromLogits = false, int? ignoreClass = null, int axis = -1)
        {
            ArgumentNullException.ThrowIfNull(yTrue);
            ArgumentNullException.ThrowIfNull(yPred);
            var place = yPred.Shape.Resolve(axis, "SparseCategoricalCrossentropy");
            var y = yTrue.Rank == yPred.Rank && yTrue.Shape[place] == 1 ? Ops.Squeeze(yTrue, place) : yTrue;
            if (!Shape.Agree(y.Shape, yPred.Shape.Without(yPred.Rank - 1)))
            {
                throw new ShapeException(
                    "SparseCategoricalCrossentropy",
                    "yTrue of the shape of yPred without its last axis, whichever axis the classes are",
                    $"yTrue={yTrue.Spec}, yPred={yPred.Spec}, axis={axis}");
            }

            if (ignoreClass is not { } ignored)
            {
                return Ops.SparseCategoricalCrossentropy(y, yPred, fromLogits, axis);
            }

            var counts = Ops.NotEqual(y, ignored);
            var losses = Ops.SparseCategoricalCrossentropy(
                Ops.Where(counts, y, 0), Ops.Where(Ops.ExpandDims(counts, axis), yPred, 0), fromLogits, axis);
            losses = Ops.Where(counts, losses, 0.0);
            losses.KerasMask = counts;
            return losses;
        }

        /// <summary>Between crossentropy and mean absolute error, so that false labels harm less.</summary>
        /// <param name="yTrue">The indices of the classes.</param>
        /// <param name="yPred">The predicted probabilities of the classes, along the last axis.</param>
        /// <param name="q">0 for crossentropy, 1 for mean absolute error: between the two.</param>
        /// <example><code>
        /// var losses = Keras.Losses.CategoricalGeneralizedCrossEntropy(new[] { 0 }, new float[,] { { 0.5f, 0.5f } },
        /// q: 0.7);
        /// </code></example>
        public static Tensor CategoricalGeneralizedCrossEntropy(Tensor yTrue, Tensor yPred, double q)
        {
            // (1 − p^q) / q, where p is the probability of the right class
            ArgumentNullException.ThrowIfNull(yTrue);
            ArgumentNullException.ThrowIfNull(yPred);
            var y = yTrue.Rank == yPred.Rank && yTrue.Shape is [.., 1] ? Ops.Squeeze(yTrue, -1) : yTrue;
            var column = Ops.ExpandDims(Ops.Cast(y, DType.Int32), -1);
            var isClass = Ops.LogicalAnd(column >= 0, column < (yPred.Shape[^1] ?? int.MaxValue));
            var right = Ops.TakeAlongAxis(yPred, Ops.Where(isClass, column, 0), axis: -1);
            right = Ops.Squeeze(Ops.Where(isClass, right, 0.0), -1);
            return (1.0 - Ops.Power(right, q)) / q;
        }

        // y · (1 − s) + s / n, where n is the number of classes
        private static Tensor Smooth(Tensor y, double labelSmoothing, Tensor classes) =>
            labelSmoothing == 0 ? y : y * (1.0 - labelSmoothing) + labelSmoothing / Ops.Cast(classes, y.DType);

        private static Tensor Classes(string function, Tensor yPred, int axis)
        {
            var classes = yPred.Shape[yPred.Shape.Resolve(axis, function)];
            if (classes == 1)
            {
                Warnings.Emit(
                    $"{function}: expected more than one class along axis {axis}. Received: yPred of shape " +
                    $"{yPred.Shape}. For two classes in one number, use a binary loss.");
            }

            return classes is { } known ? (double)known : Ops.Sum(Ops.OnesLike(yPred), axis, keepdims: true);
        }
    }
}
