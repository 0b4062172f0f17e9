namespace Hornet;

public static partial class Keras
{
    /// <summary>The functions of <c>keras.activations</c>.</summary>
    public static partial class Activations
    {
        /// <summary>x where it is above a threshold, at most a maximum; below, times a slope.</summary>
        /// <param name="x">Any tensor of real numbers.</param>
        /// <param name="negativeSlope">The slope below the threshold.</param>
        /// <param name="maxValue">The most that the result may be; no limit where null.</param>
        /// <param name="threshold">What counts as negative below it.</param>
        /// <example><code>var y = Keras.Activations.Relu(x, negativeSlope: 0.1);</code></example>
        public static Tensor Relu(Tensor x, double negativeSlope = 0, double? maxValue = null, double threshold = 0) =>
            Ops.ReluActivation(x, negativeSlope, maxValue, threshold);

        /// <summary>x, where negative times a slope.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="negativeSlope">The slope.</param>
        /// <example><code>var y = Keras.Activations.LeakyRelu(x);</code></example>
        public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2) => Ops.LeakyRelu(x, negativeSlope);

        /// <summary>The positive part of each element, at most 6.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Relu6(x);</code></example>
        public static Tensor Relu6(Tensor x) => Ops.Relu6(x);

        /// <summary>The exponential linear unit: x where positive, elsewhere <c>alpha · (exp(x) − 1)</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="alpha">What it falls to, negative.</param>
        /// <example><code>var y = Keras.Activations.Elu(x);</code></example>
        public static Tensor Elu(Tensor x, double alpha = 1) => Ops.Elu(x, alpha);

        /// <summary>
        /// The scaled exponential linear unit, which keeps mean 0 and variance 1 through many layers.
        /// </summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Selu(x);</code></example>
        public static Tensor Selu(Tensor x) => Ops.Selu(x);

        /// <summary>
        /// The continuous exponential linear unit: x, where negative <c>alpha · (exp(x / alpha) − 1)</c>.
        /// </summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="alpha">What it falls to, negative.</param>
        /// <example><code>var y = Keras.Activations.Celu(x);</code></example>
        public static Tensor Celu(Tensor x, double alpha = 1) => Ops.Celu(x, alpha);

        /// <summary>The Gaussian error linear unit: x times the share of a normal distribution below it.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="approximate">Whether that share is approximated by a tanh.</param>
        /// <example><code>var y = Keras.Activations.Gelu(x);</code></example>
        public static Tensor Gelu(Tensor x, bool approximate = false) => Ops.Gelu(x, approximate);

        /// <summary>The sigmoid linear unit: <c>x · sigmoid(x)</c>.</summary>
        /// <param name="x">Any tensor of floats.</param>
        /// <example><code>var y = Keras.Activations.Silu(x);</code></example>
        public static Tensor Silu(Tensor x) => Ops.Silu(x);

        /// <summary>Another name of <see cref="Silu"/>.</summary>
        /// <param name="x">Any tensor of floats.</param>
        /// <example><code>var y = Keras.Activations.Swish(x);</code></example>
        public static Tensor Swish(Tensor x) => Ops.Silu(x);

        /// <summary>The sigmoid linear unit of straight lines: <c>x · hard_sigmoid(x)</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.HardSilu(x);</code></example>
        public static Tensor HardSilu(Tensor x) => Ops.HardSilu(WithData(x));

        /// <summary>Another name of <see cref="HardSilu"/>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.HardSwish(x);</code></example>
        public static Tensor HardSwish(Tensor x) => Ops.HardSilu(WithData(x));

        /// <summary><c>x · tanh(softplus(x))</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Mish(x);</code></example>
        public static Tensor Mish(Tensor x) => Ops.Mish(WithData(x));

        /// <summary>Half of an axis through the gates that the other half is: <c>a · sigmoid(b)</c>.</summary>
        /// <param name="x">Any tensor of floats.</param>
        /// <param name="axis">The axis that is cut in two.</param>
        /// <example><code>var y = Keras.Activations.Glu(x, axis: 0);</code></example>
        public static Tensor Glu(Tensor x, int axis = -1) => Ops.Glu(x, axis);

        /// <summary>x where it is greater than a threshold, elsewhere another value.</summary>
        /// <param name="x">Any tensor of numbers.</param>
        /// <param name="threshold">The threshold.</param>
        /// <param name="defaultValue">The other value.</param>
        /// <example><code>var y = Keras.Activations.Threshold(x, 0.5, 0);</code></example>
        public static Tensor Threshold(Tensor x, Tensor threshold, Tensor defaultValue) =>
            Ops.Threshold(x, threshold, defaultValue);
    }
}
