namespace Hornet.Layers;

/// <summary>Layers applied from left to right.</summary>
public static class TensorExtensions
{
    /// <summary>Applies a layer to this tensor.</summary>
    /// <param name="x">The input.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="training">Whether this is training; as the layer around says where null.</param>
    /// <example><code>var y = x.Then(new Dense(8, activation: "relu")).Then(new Dense(1));</code></example>
    public static Tensor Then(this Tensor x, Layer layer, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.Apply(x, training);
    }
}
