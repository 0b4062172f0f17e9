using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Losses as functions: one value for each sample, neither weighted nor reduced.</summary>
    public static partial class Losses
    {
        /// <summary>The mean of the squared errors, over the last axis.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var errors = Keras.Losses.MeanSquaredError(y, x);</code></example>
        public static Tensor MeanSquaredError(Tensor yTrue, Tensor yPred)
        {
            var (y, p) = LossReduction.Align("MeanSquaredError", yTrue, yPred);
            return Ops.Mean(Ops.Square(y - p), axis: -1);
        }

        /// <summary>The mean of the errors, whatever their sign, over the last axis.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var errors = Keras.Losses.MeanAbsoluteError(y, x);</code></example>
        public static Tensor MeanAbsoluteError(Tensor yTrue, Tensor yPred)
        {
            var (y, p) = LossReduction.Align("MeanAbsoluteError", yTrue, yPred);
            return Ops.Mean(Ops.Abs(y - p), axis: -1);
        }

        /// <summary>The mean of the errors in percent of the targets, over the last axis.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var errors = Keras.Losses.MeanAbsolutePercentageError(y, x);</code></example>
        public static Tensor MeanAbsolutePercentageError(Tensor yTrue, Tensor yPred)
        {
            // 100 · mean(|(y − p) / max(|y|, ε)|)
            var (y, p) = LossReduction.Align("MeanAbsolutePercentageError", yTrue, yPred);
            return 100.0 * Ops.Mean(Ops.Abs((y - p) / Ops.Maximum(Ops.Abs(y), Config.Epsilon())), axis: -1);
        }

        /// <summary>The mean of the squared errors of logarithms, over the last axis.</summary>
        /// <param name="yTrue">The targets; what is below 0 counts as 0.</param>
        /// <param name="yPred">The predictions; what is below 0 counts as 0.</param>
        /// <example><code>var errors = Keras.Losses.MeanSquaredLogarithmicError(y, x);</code></example>
        public static Tensor MeanSquaredLogarithmicError(Tensor yTrue, Tensor yPred)
        {
            // mean((log(max(p, ε) + 1) − log(max(y, ε) + 1))²)
            var (y, p) = LossReduction.Align("MeanSquaredLogarithmicError", yTrue, yPred);
            return Ops.Mean(Ops.Square(LogOfNext(p) - LogOfNext(y)), axis: -1);

            // In floatx at least: as a tensor, not as a literal, ε does not give way to 16 bits.
            static Tensor LogOfNext(Tensor x) =>
                Ops.Log(Ops.Maximum(x, Ops.ConvertToTensor(Config.Epsilon())) + 1.0);
        }

        /// <summary>Half the squares of small errors, and what is linear in large ones, over the last axis.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions.</param>
        /// <param name="delta">From where on errors count linearly.</param>
        /// <example><code>var errors = Keras.Losses.Huber(y, x, delta: 2);</code></example>
        public static Tensor Huber(Tensor yTrue, Tensor yPred, double delta = 1.0)
        {
            // mean(e² / 2 where |e| ≤ δ, else δ|e| − δ² / 2)
            var (y, p) = LossReduction.Align("Huber", yTrue, yPred);
            var error = p - y;
            var size = Ops.Abs(error);
            return Ops.Mean(
                Ops.Where(size <= delta, 0.5 * Ops.Square(error), delta * size - 0.5 * delta * delta), axis: -1);
        }

        /// <summary>The mean of the logarithms of the errors' hyperbolic cosines, over the last axis.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions.</param>
        /// <example><code>var errors = Keras.Losses.LogCosh(y, x);</code></example>
        public static Tensor LogCosh(Tensor yTrue, Tensor yPred)
        {
            // log cosh e = log(exp e + exp −e) − log 2, which stays finite
            var (y, p) = LossReduction.Align("LogCosh", yTrue, yPred);
            var error = p - y;
            return Ops.Mean(Ops.Logaddexp(error, -error) - Math.Log(2), axis: -1);
        }

        /// <summary>The cosine of the angle between targets and predictions, negated.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions.</param>
        /// <param name="axis">The axes along which the vectors lie; the last where null.</param>
        /// <example><code>var angles = Keras.Losses.CosineSimilarity(y, x);</code></example>
        public static Tensor CosineSimilarity(Tensor yTrue, Tensor yPred, Axes? axis = null)
        {
            var (y, p) = LossReduction.Align("CosineSimilarity", yTrue, yPred);
            return -Cosine(y, p, axis ?? -1);
        }

        /// <summary>The cosine of the angle between two vectors; 0 where one of them is 0.</summary>
        internal static Tensor Cosine(Tensor x, Tensor y, Axes axis)
        {
            return Ops.Sum(Normalized(x) * Normalized(y), axis);

            // x / max(|x|, ε)
            Tensor Normalized(Tensor v) => v * Ops.Rsqrt(Ops.Maximum(
                Ops.Sum(Ops.Square(v), axis, keepdims: true), Config.Epsilon() * Config.Epsilon()));
        }
    }
}
