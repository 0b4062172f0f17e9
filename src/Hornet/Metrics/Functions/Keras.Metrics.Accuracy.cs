using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Metrics as functions: one value for each sample, neither weighted nor gathered.</summary>
    public static partial class Metrics
    {
        /// <summary>1 where predictions are on their target's side of a threshold, else 0.</summary>
        /// <param name="yTrue">The targets: 0 and 1.</param>
        /// <param name="yPred">The predictions.</param>
        /// <param name="threshold">Predictions above it count as 1.</param>
        /// <example><code>var matches = Keras.Metrics.BinaryAccuracy(y, x);</code></example>
        public static Tensor BinaryAccuracy(Tensor yTrue, Tensor yPred, double threshold = 0.5)
        {
            ArgumentNullException.ThrowIfNull(yTrue);
            ArgumentNullException.ThrowIfNull(yPred);
            return Matches(yTrue, Ops.Cast(yPred > threshold, yTrue.DType));
        }

        /// <summary>1 where the class of the highest prediction is the right one, else 0.</summary>
        /// <param name="yTrue">The targets, one-hot.</param>
        /// <param name="yPred">The predictions for the classes, along the last axis.</param>
        /// <example><code>var matches = Keras.Metrics.CategoricalAccuracy(y, x);</code></example>
        public static Tensor CategoricalAccuracy(Tensor yTrue, Tensor yPred)
        {
            ArgumentNullException.ThrowIfNull(yPred);
            var y = Ops.Argmax(yTrue, axis: -1);
            return y.Rank == yPred.Rank ? Best(Ops.Squeeze(y, -1), yPred, shape: y) : Best(y, yPred, shape: null);
        }

        /// <summary>1 where the class of the highest prediction is the right one, else 0.</summary>
        /// <param name="yTrue">The indices of the classes; a last axis of size 1 does not matter.</param>
        /// <param name="yPred">The predictions for the classes, along the last axis.</param>
        /// <example><code>var matches = Keras.Metrics.SparseCategoricalAccuracy(y, x);</code></example>
        public static Tensor SparseCategoricalAccuracy(Tensor yTrue, Tensor yPred)
        {
            ArgumentNullException.ThrowIfNull(yTrue);
            ArgumentNullException.ThrowIfNull(yPred);
            var isColumn = yTrue.Rank == yPred.Rank && yTrue.Shape is [.., 1];
            var matches = Best(isColumn ? Ops.Squeeze(yTrue, -1) : yTrue, yPred, shape: null);
            return matches.Rank > 1 && matches.Shape[^1] == 1 && !isColumn ? Ops.Squeeze(matches, -1) : matches;
        }

        /// <summary>1 where targets and predictions are equal, else 0.</summary>
        internal static Tensor Matches(Tensor yTrue, Tensor yPred)
        {
            var (y, p) = LossReduction.Align("Accuracy", yTrue, yPred);
            return Ops.Cast(Ops.Equal(y, p), Config.Floatx());
        }

        private static Tensor Best(Tensor classes, Tensor predictions, Tensor? shape)
        {
            var best = Ops.Argmax(predictions, axis: -1);
            if (!Shape.Agree(best.Shape, classes.Shape))
            {
                throw new ShapeException(
                    "Accuracy of classes",
                    $"targets for predictions of shape {predictions.Shape}, one class for each {best.Shape}",
                    $"classes of shape {classes.Shape}");
            }

            var matches = Ops.Cast(Ops.Equal(classes, best), Config.Floatx());
            return shape is null ? matches : Ops.ExpandDims(matches, -1);
        }
    }
}
