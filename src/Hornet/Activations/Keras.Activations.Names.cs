namespace Hornet;

public static partial class Keras
{
    /// <content>Between activations and their names.</content>
    public static partial class Activations
    {
        /// <summary>The activation of a name; <c>linear</c> where null.</summary>
        /// <param name="identifier">A Keras name, <c>swish</c> and <c>hard_swish</c> among them.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        /// <example><code>var y = Keras.Activations.Get("gelu").Apply(x);</code></example>
        public static ActivationFunction Get(string? identifier) => ActivationFunction.Get(identifier ?? "linear");

        /// <summary>The activation itself; <c>linear</c> where null.</summary>
        /// <param name="identifier">An activation.</param>
        /// <example><code>
        /// var y = Keras.Activations.Get(new ActivationFunction("twice", t => t * 2)).Apply(x);
        /// </code></example>
        public static ActivationFunction Get(ActivationFunction? identifier) =>
            identifier ?? ActivationFunction.Get("linear");

        /// <summary>The name that configurations have of an activation.</summary>
        /// <param name="activation">An activation that Keras knows.</param>
        /// <exception cref="ArgumentException">It is one of one's own, which a name alone would not bring
        /// back.</exception>
        /// <example><code>var name = Keras.Activations.Serialize("swish"); // silu</code></example>
        public static string Serialize(ActivationFunction activation)
        {
            ArgumentNullException.ThrowIfNull(activation);
            return activation.IsKnown ? activation.Name : throw new ArgumentException(
                $"Expected an activation that Keras knows. Received: '{activation.Name}', a function of one's own: " +
                "write a layer of it, and register that.", nameof(activation));
        }

        /// <summary>The activation of the name that <see cref="Serialize"/> gives.</summary>
        /// <param name="config">A Keras name, but none of those that stand for another one.</param>
        /// <exception cref="ArgumentException">There is none of that name.</exception>
        /// <example><code>var y = Keras.Activations.Deserialize("silu").Apply(x);</code></example>
        public static ActivationFunction Deserialize(string config)
        {
            var activation = ActivationFunction.Get(config);
            return activation.Name == config ? activation : throw new ArgumentException(
                $"Expected the name that configurations have, '{activation.Name}'. Received: " +
                $"'{config}'.", nameof(config));
        }

        // Keras turns the arguments of a few activations into arrays first.
        private static Tensor WithData(Tensor x) => x is not KerasTensor ? x : throw new ArgumentException(
            $"Expected a tensor with data, as Keras does of this activation. Received: {x}. In a model use a layer: " +
            "new Activation(\"mish\").", nameof(x));
    }
}
