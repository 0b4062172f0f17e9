using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    public static partial class Losses
    {
        /// <summary>What is lost where predicted probabilities stand for the true ones, over the last axis.</summary>
        /// <param name="yTrue">The true probabilities.</param>
        /// <param name="yPred">The predicted ones.</param>
        /// <example><code>var losses = Keras.Losses.KLDivergence(y, x);</code></example>
        public static Tensor KLDivergence(Tensor yTrue, Tensor yPred)
        {
            // sum(y · log(y / p)), both kept within ε and 1
            var (y, p) = LossReduction.Align("KLDivergence", yTrue, yPred);
            (y, p) = (Limit(y), Limit(p));
            return Ops.Sum(y * Ops.Log(y / p), axis: -1);

            // Not Clip, whose slope at its limits is half: a probability of just 1 is common.
            static Tensor Limit(Tensor x) =>
                Ops.Where(x < Config.Epsilon(), Config.Epsilon(), Ops.Where(x > 1.0, 1.0, x));
        }

        /// <summary>
        /// How unlikely counts are where the predictions are their expected values, over the last axis.
        /// </summary>
        /// <param name="yTrue">The counts.</param>
        /// <param name="yPred">The expected values.</param>
        /// <example><code>var losses = Keras.Losses.Poisson(y, x);</code></example>
        public static Tensor Poisson(Tensor yTrue, Tensor yPred)
        {
            // mean(p − y · log(p + ε))
            var (y, p) = LossReduction.Align("Poisson", yTrue, yPred);
            return Ops.Mean(p - y * Ops.Log(p + Config.Epsilon()), axis: -1);
        }
    }
}
