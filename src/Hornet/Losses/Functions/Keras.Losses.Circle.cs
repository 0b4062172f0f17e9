namespace Hornet;

public static partial class Keras
{
    public static partial class Losses
    {
        /// <summary>Draws embeddings of one class together and those of others apart.</summary>
        /// <param name="yTrue">The indices of the classes: (batch,) or (batch, 1).</param>
        /// <param name="yPred">The embeddings, normalized: (batch, size).</param>
        /// <param name="refLabels">The classes of what is compared with; <paramref name="yTrue"/> where null.</param>
        /// <param name="refEmbeddings">What is compared with; <paramref name="yPred"/> where null.</param>
        /// <param name="removeDiagonal">Whether a sample does not pair with itself.</param>
        /// <param name="gamma">How sharply the hardest pairs are chosen.</param>
        /// <param name="margin">How far apart classes should be.</param>
        /// <example><code>var losses = Keras.Losses.Circle(y, x);</code></example>
        public static Tensor Circle(
            Tensor yTrue,
            Tensor yPred,
            Tensor? refLabels = null,
            Tensor? refEmbeddings = null,
            bool removeDiagonal = true,
            double gamma = 80,
            double margin = 0.4)
        {
            ArgumentNullException.ThrowIfNull(yTrue);
            ArgumentNullException.ThrowIfNull(yPred);
            var isSame = SamePairs(yTrue, refLabels ?? yTrue);
            var isOther = Ops.LogicalNot(isSame);
            isSame = removeDiagonal ? Ops.LogicalAnd(isSame, OffDiagonal(isSame)) : isSame;

            // d = max(1 − e · rᵀ, 0), cosine distances; wanted: below m in a class, above 1 − m between two
            var d = Ops.Maximum(1.0 - Ops.Matmul(yPred, Ops.Transpose(refEmbeddings ?? yPred)), 0.0);
            var same = -gamma * Ops.Maximum(margin + d, 0.0) * (margin - d);
            var other = gamma * Ops.Maximum(1.0 + margin - d, 0.0) * (1.0 - margin - d);

            // softplus(logsumexp(same) + logsumexp(other)); what has no pair has no loss
            var sum = LogSumWhere(isSame, same) + LogSumWhere(isOther, other);
            var losses = Ops.Logaddexp(sum, Ops.ZerosLike(sum));
            losses.KerasMask = losses > 0;
            return losses;
        }

        private static Tensor SamePairs(Tensor labels, Tensor refLabels) =>
            Ops.Equal(Column(labels), Ops.Transpose(Column(refLabels)));

        private static Tensor Column(Tensor labels)
        {
            var whole = Ops.Cast(labels, DType.Int32);
            return whole.Rank == 1 ? Ops.ExpandDims(whole, -1) : whole;
        }

        private static Tensor OffDiagonal(Tensor pairs)
        {
            // (rows, columns) of a count along each axis: equal on the diagonal
            var ones = Ops.OnesLike(pairs, DType.Int32);
            return Ops.NotEqual(Ops.Cumsum(ones, 0), Ops.Cumsum(ones, 1));
        }

        private static Tensor LogSumWhere(Tensor condition, Tensor x) =>
            Ops.Logsumexp(Ops.Where(condition, x, double.NegativeInfinity), axis: 1);
    }
}
