using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    public static partial class Losses
    {
        /// <summary>How far predictions are from the right side of a margin: the mean over the last axis.</summary>
        /// <param name="yTrue">The targets: −1 and 1, or 0 and 1.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var losses = Keras.Losses.Hinge(y, x);</code></example>
        public static Tensor Hinge(Tensor yTrue, Tensor yPred) => Ops.Mean(Shortfall("Hinge", yTrue, yPred), axis: -1);

        /// <summary>The squares of how far predictions are from a margin: the mean over the last axis.</summary>
        /// <param name="yTrue">The targets: −1 and 1, or 0 and 1.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var losses = Keras.Losses.SquaredHinge(y, x);</code></example>
        public static Tensor SquaredHinge(Tensor yTrue, Tensor yPred) =>
            Ops.Mean(Ops.Square(Shortfall("SquaredHinge", yTrue, yPred)), axis: -1);

        /// <summary>How far the right class is from leading the best wrong one by 1.</summary>
        /// <param name="yTrue">The targets, one-hot.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var losses = Keras.Losses.CategoricalHinge(y, x);</code></example>
        public static Tensor CategoricalHinge(Tensor yTrue, Tensor yPred)
        {
            // max(max((1 − y)p) − sum(yp) + 1, 0)
            var (y, p) = LossReduction.Align("CategoricalHinge", yTrue, yPred);
            var right = Ops.Sum(y * p, axis: -1);
            var wrong = Ops.Max((1.0 - y) * p, axis: -1);
            return Ops.Maximum(wrong - right + 1.0, 0.0);
        }

        // max(1 − yp, 0)
        private static Tensor Shortfall(string function, Tensor yTrue, Tensor yPred)
        {
            var (y, p) = LossReduction.Align(function, yTrue, yPred);
            return Ops.Maximum(1.0 - Signs(y) * p, 0.0);
        }

        // Where all targets are 0 or 1, these become −1 and 1. Which of the two it is, the data says.
        private static Tensor Signs(Tensor y)
        {
            var isBinary = Ops.All(Ops.LogicalOr(Ops.Equal(y, 0), Ops.Equal(y, 1)));
            return Ops.Where(isBinary, 2.0 * y - 1.0, y);
        }
    }
}
