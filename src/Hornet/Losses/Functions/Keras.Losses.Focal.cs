using Hornet.Losses;

namespace Hornet;

public static partial class Keras
{
    public static partial class Losses
    {
        /// <summary>The crossentropy of targets of 0 and 1, in which what is predicted well counts little.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions, of the same shape.</param>
        /// <param name="applyClassBalancing">Whether the classes are weighted by alpha.</param>
        /// <param name="alpha">The weight of class 1; that of class 0 is the rest.</param>
        /// <param name="gamma">How little what is predicted well counts; 0 for all the same.</param>
        /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
        /// <param name="labelSmoothing">How far the targets are drawn towards 0.5: 0 to 1.</param>
        /// <param name="axis">The axes that are averaged; the last where null.</param>
        /// <example><code>var losses = Keras.Losses.BinaryFocalCrossentropy(y, x, gamma: 3);</code></example>
        public static Tensor BinaryFocalCrossentropy(
            Tensor yTrue,
            Tensor yPred,
            bool applyClassBalancing = false,
            double alpha = 0.25,
            double gamma = 2.0,
            bool fromLogits = false,
            double labelSmoothing = 0.0,
            Axes? axis = null)
        {
            // mean(w · (1 − pₜ)^γ · crossentropy), pₜ = yp + (1 − y)(1 − p), w = αy + (1 − α)(1 − y)
            var (y, p) = LossReduction.Align("BinaryFocalCrossentropy", yTrue, yPred);
            y = Smooth(y, labelSmoothing, 2.0);
            p = fromLogits ? Ops.Sigmoid(p) : p;
            var losses = Ops.BinaryCrossentropy(y, p);
            var ofTruth = y * p + (1.0 - y) * (1.0 - p);
            losses = Ops.Power(1.0 - ofTruth, gamma) * losses;
            losses = applyClassBalancing ? (y * alpha + (1.0 - y) * (1.0 - alpha)) * losses : losses;
            return Ops.Mean(losses, axis ?? -1);
        }

        /// <summary>The crossentropy of one-hot targets, in which what is predicted well counts little.</summary>
        /// <param name="yTrue">The targets.</param>
        /// <param name="yPred">The predictions, of the same shape.</param>
        /// <param name="alpha">The weight of all classes, or of each; 0.25 where null.</param>
        /// <param name="gamma">How little what is predicted well counts; 0 for all the same.</param>
        /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
        /// <param name="labelSmoothing">How far the targets are drawn towards equal probabilities: 0 to 1.</param>
        /// <param name="axis">The axis of the classes.</param>
        /// <example><code>
        /// var losses = Keras.Losses.CategoricalFocalCrossentropy(y, x, gamma: 3);
        /// </code></example>
        public static Tensor CategoricalFocalCrossentropy(
            Tensor yTrue,
            Tensor yPred,
            Numbers? alpha = null,
            double gamma = 2.0,
            bool fromLogits = false,
            double labelSmoothing = 0.0,
            int axis = -1)
        {
            // −sum(α · (1 − p)^γ · y · log p), p normalized and kept off 0 and 1
            var (y, p) = LossReduction.Align("CategoricalFocalCrossentropy", yTrue, yPred);
            y = Smooth(y, labelSmoothing, Classes("CategoricalFocalCrossentropy", p, axis));
            p = fromLogits ? Ops.Softmax(p, axis) : p;
            p = Ops.Clip(p / Ops.Sum(p, axis, keepdims: true), Config.Epsilon(), 1.0 - Config.Epsilon());
            var weight = (alpha ?? 0.25).ToTensor(p.DType);
            return Ops.Sum(weight * Ops.Power(1.0 - p, gamma) * -y * Ops.Log(p), axis);
        }
    }
}
