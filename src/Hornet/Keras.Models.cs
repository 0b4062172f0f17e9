using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Keras's functions on models: <c>keras.models</c>.</summary>
    public static partial class Models
    {
        /// <summary>Makes a model of a text that <see cref="Model.ToJson"/> or Keras wrote, with new weights.</summary>
        /// <remarks>It is compiled as it was. Classes of your own are found by
        /// <see cref="RegisterKerasSerializableAttribute"/>.</remarks>
        /// <param name="jsonString">The text.</param>
        /// <exception cref="KerasSerializationException">
        /// It is malformed, or names what Hornet does not have.
        /// </exception>
        /// <example><code>
        /// var copy = Keras.Models.ModelFromJson(model.ToJson());
        /// </code></example>
        public static Model ModelFromJson(string jsonString)
        {
            ArgumentNullException.ThrowIfNull(jsonString);
            return KerasRegistry.Deserialize<Model>(ConfigJson.Parse(jsonString))
                ?? throw new KerasSerializationException("Expected the configuration of a model. Received: null.");
        }

        /// <summary>Makes a model of the same layers with weights of their own, compiled as the model is.</summary>
        /// <param name="model">A graph or a chain; of another kind, one that files can name.</param>
        /// <param name="inputTensors">What the copy begins with; new inputs where null.</param>
        /// <param name="cloneFunction">Makes the copy of a layer; of its configuration where null.</param>
        /// <param name="callFunction">Calls the copy of a layer of a graph; as it is called there where null.</param>
        /// <param name="recursive">Whether models inside are copied layer by layer too.</param>
        /// <exception cref="ArgumentException">An argument does not fit this kind of model.</exception>
        /// <example><code>
        /// var copy = Keras.Models.CloneModel(model);
        /// var shared = Keras.Models.CloneModel(
        ///     model, cloneFunction: layer => layer, callFunction: (layer, arguments) => layer.ApplyMany(arguments));
        /// </code></example>
        public static Model CloneModel(
            Model model,
            Nested<Tensor>? inputTensors = null,
            Func<Layer, Layer>? cloneFunction = null,
            Func<Layer, CallArguments, Nested<Tensor>>? callFunction = null,
            bool recursive = false)
        {
            ArgumentNullException.ThrowIfNull(model);
            return new ModelCloning(cloneFunction, callFunction, recursive).Clone(model, inputTensors);
        }
    }
}
