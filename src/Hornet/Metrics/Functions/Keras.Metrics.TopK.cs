namespace Hornet;

public static partial class Keras
{
    public static partial class Metrics
    {
        /// <summary>1 where the right class is among those of the k highest predictions, else 0.</summary>
        /// <param name="yTrue">The targets, one-hot.</param>
        /// <param name="yPred">The predictions for the classes, along the last axis.</param>
        /// <param name="k">How many of the best predictions count.</param>
        /// <example><code>var matches = Keras.Metrics.TopKCategoricalAccuracy(y, x, k: 3);</code></example>
        public static Tensor TopKCategoricalAccuracy(Tensor yTrue, Tensor yPred, int k = 5) =>
            SparseTopKCategoricalAccuracy(Ops.Argmax(yTrue, axis: -1), yPred, k);

        /// <summary>1 where the right class is among those of the k highest predictions, else 0.</summary>
        /// <param name="yTrue">The indices of the classes.</param>
        /// <param name="yPred">The predictions for the classes, along the last axis.</param>
        /// <param name="k">How many of the best predictions count.</param>
        /// <param name="fromSortedIds">Whether the predictions are indices of classes, the best first.</param>
        /// <example><code>
        /// var matches = Keras.Metrics.SparseTopKCategoricalAccuracy(y, x, k: 3);
        /// </code></example>
        public static Tensor SparseTopKCategoricalAccuracy(
            Tensor yTrue, Tensor yPred, int k = 5, bool fromSortedIds = false)
        {
            ArgumentNullException.ThrowIfNull(yTrue);
            ArgumentNullException.ThrowIfNull(yPred);
            if (yPred.Rank < 2)
            {
                throw new ShapeException(
                    "Top-k accuracy", "predictions of shape (batch, ..., classes)", $"yPred of shape {yPred.Shape}");
            }

            var rows = yPred.Rank > 2 ? Ops.Reshape(yPred, [-1, yPred.Shape[^1] ?? -1]) : yPred;
            var classes = yTrue.Rank > 1 ? Ops.Reshape(yTrue, [-1]) : yTrue;
            if (!Shape.Agree(classes.Shape, [rows.Shape[0]]))
            {
                throw new ShapeException(
                    "Top-k accuracy", $"a class for each row of predictions of shape {yPred.Shape}",
                    $"classes of shape {yTrue.Shape}");
            }

            var matches = Ops.Cast(fromSortedIds ? IsListed(classes, rows, k) : IsInTopK(classes, rows, k),
                Config.Floatx());
            return yTrue.Rank > 1 ? Ops.Reshape(matches, yTrue.Shape) : matches;
        }

        private static Tensor IsListed(Tensor classes, Tensor ids, int k)
        {
            var first = ids.Shape[1] <= k ? ids : Ops.Take(ids, Ops.Arange(k), axis: 1);
            return Ops.Any(Ops.Equal(Ops.ExpandDims(classes, 1), first), axis: 1);
        }

        // In the top k: fewer than k are higher. What is no class, or no finite prediction, is in no top.
        private static Tensor IsInTopK(Tensor classes, Tensor predictions, int k)
        {
            var column = Ops.ExpandDims(Ops.Cast(classes, DType.Int32), 1);
            var size = predictions.Shape[1] ?? int.MaxValue;
            var isClass = Ops.LogicalAnd(column >= 0, column < size);
            var own = Ops.TakeAlongAxis(predictions, Ops.Where(isClass, column, 0), axis: 1);
            var higher = Ops.Sum(Ops.Cast(predictions > own, DType.Int32), axis: 1);
            var counts = Ops.LogicalAnd(isClass, Ops.Isfinite(own));
            return Ops.LogicalAnd(Ops.Squeeze(counts, 1), higher < k);
        }
    }
}
