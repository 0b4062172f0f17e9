using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    public static partial class Losses
    {
        /// <summary>How little targets and predictions overlap: 1 less the Dice coefficient.</summary>
        /// <param name="yTrue">The targets: 0 to 1.</param>
        /// <param name="yPred">The predictions: 0 to 1.</param>
        /// <param name="axis">The axes that belong to one overlap; all where null.</param>
        /// <example><code>var losses = Keras.Losses.Dice(y, x, axis: [1, 2, 3]);</code></example>
        public static Tensor Dice(Tensor yTrue, Tensor yPred, Axes? axis = null)
        {
            // 1 − 2 · sum(yp) / (sum(y) + sum(p) + ε)
            var (y, p) = LossReduction.Align("Dice", yTrue, yPred);
            var both = Ops.Sum(y * p, axis);
            return 1.0 - 2.0 * both / (Ops.Sum(y, axis) + Ops.Sum(p, axis) + Config.Epsilon());
        }

        /// <summary>How little targets and predictions overlap: 1 less the Tversky index.</summary>
        /// <param name="yTrue">The targets: 0 to 1.</param>
        /// <param name="yPred">The predictions: 0 to 1.</param>
        /// <param name="alpha">The weight of what is predicted falsely.</param>
        /// <param name="beta">The weight of what is missed.</param>
        /// <param name="axis">The axes that belong to one overlap; all where null.</param>
        /// <example><code>var losses = Keras.Losses.Tversky(y, x, beta: 0.7);</code></example>
        public static Tensor Tversky(
            Tensor yTrue, Tensor yPred, double alpha = 0.5, double beta = 0.5, Axes? axis = null)
        {
            // 1 − tp / (tp + α · fp + β · fn + ε)
            var (y, p) = LossReduction.Align("Tversky", yTrue, yPred);
            var both = Ops.Sum(y * p, axis);
            var falsely = Ops.Sum((1.0 - y) * p, axis);
            var missed = Ops.Sum(y * (1.0 - p), axis);
            return 1.0 - both / (both + falsely * alpha + missed * beta + Config.Epsilon());
        }
    }
}
