namespace Hornet;

public static partial class Keras
{
    /// <content>Functions with bounds, distributions, and those that are near to ReLU or nothing.</content>
    public static partial class Activations
    {
        /// <summary>The logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
        /// <param name="x">Any tensor of floats.</param>
        /// <example><code>var y = Keras.Activations.Sigmoid(x);</code></example>
        public static Tensor Sigmoid(Tensor x) => Ops.Sigmoid(x);

        /// <summary>A sigmoid of straight lines: 0 below −3, 1 above 3, between <c>x / 6 + 0.5</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.HardSigmoid(x);</code></example>
        public static Tensor HardSigmoid(Tensor x) => Ops.HardSigmoid(x);

        /// <summary>A steeper sigmoid of straight lines: 0 below −1, 1 above 1, between <c>(x + 1) / 2</c>.</summary>
        /// <param name="x">Any tensor of real numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.SparseSigmoid(x);</code></example>
        public static Tensor SparseSigmoid(Tensor x) => Ops.SparseSigmoid(x);

        /// <summary>The logarithm of the sigmoid: <c>−log(1 + exp(−x))</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.LogSigmoid(x);</code></example>
        public static Tensor LogSigmoid(Tensor x) => Ops.LogSigmoid(x);

        /// <summary>The hyperbolic tangent.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Tanh(x);</code></example>
        public static Tensor Tanh(Tensor x) => Ops.Tanh(x);

        /// <summary>x, but at least −1 and at most 1.</summary>
        /// <param name="x">Any tensor of numbers.</param>
        /// <example><code>var y = Keras.Activations.HardTanh(x);</code></example>
        public static Tensor HardTanh(Tensor x) => Ops.HardTanh(x);

        /// <summary>What a tanh cuts off: <c>x − tanh(x)</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.TanhShrink(x);</code></example>
        public static Tensor TanhShrink(Tensor x) => Ops.TanhShrink(x);

        /// <summary>Keeps each element, but for those nearer to 0 than the threshold, which become 0.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="threshold">How near.</param>
        /// <example><code>var y = Keras.Activations.HardShrink(x);</code></example>
        public static Tensor HardShrink(Tensor x, double threshold = 0.5) => Ops.HardShrink(x, threshold);

        /// <summary>Brings each element nearer to 0 by the threshold; what is nearer becomes 0.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="threshold">By how much.</param>
        /// <example><code>var y = Keras.Activations.SoftShrink(x);</code></example>
        public static Tensor SoftShrink(Tensor x, double threshold = 0.5) => Ops.SoftShrink(x, threshold);

        /// <summary>Between −1 and 1, which it nears slowly: <c>x / (1 + |x|)</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Softsign(x);</code></example>
        public static Tensor Softsign(Tensor x) => Ops.Softsign(x);

        /// <summary>A smooth ReLU: <c>log(1 + exp(x))</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Softplus(x);</code></example>
        public static Tensor Softplus(Tensor x) => Ops.Softplus(x);

        /// <summary>A smooth ReLU without exponentials: <c>(x + √(x² + b)) / 2</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="b">How smooth: 0 gives ReLU.</param>
        /// <example><code>var y = Keras.Activations.Squareplus(x);</code></example>
        public static Tensor Squareplus(Tensor x, double b = 4) => Ops.Squareplus(x, b);

        /// <summary>0 below −1, x above 1, between <c>(x + 1)² / 4</c>.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.SparsePlus(x);</code></example>
        public static Tensor SparsePlus(Tensor x) => Ops.SparsePlus(x);

        /// <summary>e to the power of each element.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <example><code>var y = Keras.Activations.Exponential(x);</code></example>
        public static Tensor Exponential(Tensor x) => Ops.Exp(x);

        /// <summary>x itself.</summary>
        /// <param name="x">Any tensor.</param>
        /// <example><code>var y = Keras.Activations.Linear(x);</code></example>
        public static Tensor Linear(Tensor x) => x;

        /// <summary>Normalises an axis to a distribution.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="axis">The axis that sums to 1.</param>
        /// <example><code>var y = Keras.Activations.Softmax(x);</code></example>
        public static Tensor Softmax(Tensor x, int axis = -1) => Ops.Softmax(x, axis);

        /// <summary>Normalises several axes together to a distribution.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="axis">The axes that sum to 1 together; all where null.</param>
        /// <example><code>var y = Keras.Activations.Softmax(x, axis: [0, 1]);</code></example>
        public static Tensor Softmax(Tensor x, Axes? axis) => Ops.Softmax(x, axis);

        /// <summary>The logarithm of the softmax.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="axis">The axis whose exponentials sum to 1.</param>
        /// <example><code>var y = Keras.Activations.LogSoftmax(x);</code></example>
        public static Tensor LogSoftmax(Tensor x, int axis = -1) => Ops.LogSoftmax(x, axis);

        /// <summary>The logarithm of the softmax over several axes together.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="axis">The axes whose exponentials sum to 1 together; all where null.</param>
        /// <example><code>var y = Keras.Activations.LogSoftmax(x, axis: [0, 1]);</code></example>
        public static Tensor LogSoftmax(Tensor x, Axes? axis) => Ops.LogSoftmax(x, axis);

        /// <summary>Normalises an axis to a distribution in which small elements are 0, as Keras has it.</summary>
        /// <param name="x">Any tensor of numbers; integers become floats.</param>
        /// <param name="axis">The axis.</param>
        /// <example><code>var y = Keras.Activations.Sparsemax(x);</code></example>
        public static Tensor Sparsemax(Tensor x, int axis = -1) => Ops.Sparsemax(WithData(x), axis);
    }
}
