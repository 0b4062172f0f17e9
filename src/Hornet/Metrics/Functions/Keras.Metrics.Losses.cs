namespace Hornet;

public static partial class Keras
{
    /// <content>The losses that Keras has among its metrics too.</content>
    public static partial class Metrics
    {
        /// <inheritdoc cref="Losses.MeanSquaredError"/>
        public static Tensor MeanSquaredError(Tensor yTrue, Tensor yPred) =>
            Losses.MeanSquaredError(yTrue, yPred);

        /// <inheritdoc cref="Losses.MeanAbsoluteError"/>
        public static Tensor MeanAbsoluteError(Tensor yTrue, Tensor yPred) =>
            Losses.MeanAbsoluteError(yTrue, yPred);

        /// <inheritdoc cref="Losses.MeanAbsolutePercentageError"/>
        public static Tensor MeanAbsolutePercentageError(Tensor yTrue, Tensor yPred) =>
            Losses.MeanAbsolutePercentageError(yTrue, yPred);

        /// <inheritdoc cref="Losses.MeanSquaredLogarithmicError"/>
        public static Tensor MeanSquaredLogarithmicError(Tensor yTrue, Tensor yPred) =>
            Losses.MeanSquaredLogarithmicError(yTrue, yPred);

        /// <inheritdoc cref="Losses.Huber"/>
        public static Tensor Huber(Tensor yTrue, Tensor yPred, double delta = 1.0) =>
            Losses.Huber(yTrue, yPred, delta);

        /// <inheritdoc cref="Losses.LogCosh"/>
        public static Tensor LogCosh(Tensor yTrue, Tensor yPred) =>
            Losses.LogCosh(yTrue, yPred);

        /// <inheritdoc cref="Losses.Hinge"/>
        public static Tensor Hinge(Tensor yTrue, Tensor yPred) =>
            Losses.Hinge(yTrue, yPred);

        /// <inheritdoc cref="Losses.SquaredHinge"/>
        public static Tensor SquaredHinge(Tensor yTrue, Tensor yPred) =>
            Losses.SquaredHinge(yTrue, yPred);

        /// <inheritdoc cref="Losses.CategoricalHinge"/>
        public static Tensor CategoricalHinge(Tensor yTrue, Tensor yPred) =>
            Losses.CategoricalHinge(yTrue, yPred);

        /// <inheritdoc cref="Losses.KLDivergence"/>
        public static Tensor KLDivergence(Tensor yTrue, Tensor yPred) =>
            Losses.KLDivergence(yTrue, yPred);

        /// <inheritdoc cref="Losses.Poisson"/>
        public static Tensor Poisson(Tensor yTrue, Tensor yPred) =>
            Losses.Poisson(yTrue, yPred);

        /// <inheritdoc cref="Losses.BinaryCrossentropy"/>
        public static Tensor BinaryCrossentropy(
            Tensor yTrue, Tensor yPred, bool fromLogits = false, double labelSmoothing = 0.0, Axes? axis = null) =>
            Losses.BinaryCrossentropy(yTrue, yPred, fromLogits, labelSmoothing, axis);

        /// <inheritdoc cref="Losses.CategoricalCrossentropy"/>
        public static Tensor CategoricalCrossentropy(
            Tensor yTrue, Tensor yPred, bool fromLogits = false, double labelSmoothing = 0.0, int axis = -1) =>
            Losses.CategoricalCrossentropy(yTrue, yPred, fromLogits, labelSmoothing, axis);

        /// <inheritdoc cref="Losses.SparseCategoricalCrossentropy"/>
        public static Tensor SparseCategoricalCrossentropy(
            Tensor yTrue, Tensor yPred, bool fromLogits = false, int? ignoreClass = null, int axis = -1) =>
            Losses.SparseCategoricalCrossentropy(yTrue, yPred, fromLogits, ignoreClass, axis);

        /// <inheritdoc cref="Losses.BinaryFocalCrossentropy"/>
        public static Tensor BinaryFocalCrossentropy(
            Tensor yTrue,
            Tensor yPred,
            bool applyClassBalancing = false,
            double alpha = 0.25,
            double gamma = 2.0,
            bool fromLogits = false,
            double labelSmoothing = 0.0,
            Axes? axis = null) =>
            Losses.BinaryFocalCrossentropy(
                yTrue, yPred, applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing, axis);

        /// <inheritdoc cref="Losses.CategoricalFocalCrossentropy"/>
        public static Tensor CategoricalFocalCrossentropy(
            Tensor yTrue,
            Tensor yPred,
            Numbers? alpha = null,
            double gamma = 2.0,
            bool fromLogits = false,
            double labelSmoothing = 0.0,
            int axis = -1) =>
            Losses.CategoricalFocalCrossentropy(yTrue, yPred, alpha, gamma, fromLogits, labelSmoothing, axis);
    }
}
