using Hornet.Layers;

namespace Hornet;

public static partial class Keras
{
    /// <summary>A symbolic tensor: where a model begins. It holds no data and transforms nothing.</summary>
    /// <param name="shape">The shape of one sample, without the batch axis; null for an axis of any size.</param>
    /// <param name="batchSize">The size of the batch axis; any where null.</param>
    /// <param name="dtype">The element type; floatx where null.</param>
    /// <param name="batchShape">The shape with the batch axis, instead of <paramref name="shape"/>.</param>
    /// <param name="name">The name of the tensor and of its layer; made up where null.</param>
    /// <param name="tensor">A symbolic tensor to begin with, which is returned.</param>
    /// <param name="optional">Whether null may be given for it.</param>
    /// <returns>The output of a new <see cref="InputLayer"/>, which is its <see cref="KerasTensor.History"/>.</returns>
    /// <exception cref="ArgumentException">No shape, or several that do not go together.</exception>
    /// <example><code>
    /// var pixels = Keras.Input([784]);
    /// var model = new Model(pixels, new Dense(10, activation: "softmax").Apply(pixels));
    /// </code></example>
    public static KerasTensor Input(
        Shape? shape = null,
        int? batchSize = null,
        DType? dtype = null,
        Shape? batchShape = null,
        string? name = null,
        Tensor? tensor = null,
        bool optional = false) =>
        new InputLayer(shape, batchSize, dtype, batchShape, tensor, optional, name).Output;
}
