using System.Diagnostics.CodeAnalysis;
using Hornet.Layers;

namespace Hornet;

/// <summary>What a <see cref="Sequential"/> is a list of: layers, and first perhaps <c>Keras.Input(...)</c>.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "Converts where a list of layers is written; nobody names it.")]
[SuppressMessage("Performance", "CA1815", Justification = "Converts where a list of layers is written, no more.")]
public readonly struct SequentialItem
{
    private SequentialItem(Layer layer) => Layer = layer;

    internal Layer Layer => field ?? throw new ArgumentException(
        "Only layers can be added to a Sequential model. Received: null.");

    /// <summary>A layer.</summary>
    public static implicit operator SequentialItem(Layer layer) => new(layer);

    /// <summary>The layer behind <c>Keras.Input(...)</c>.</summary>
    /// <exception cref="ArgumentException">The tensor does not come from <c>Keras.Input</c>.</exception>
    public static implicit operator SequentialItem(KerasTensor input) => input?.History?.Operation is InputLayer layer
        ? new(layer)
        : throw new ArgumentException(
            "Only instances of `keras.Layer` can be added to a Sequential model, and first what Keras.Input gives. " +
            $"Received: {input}.", nameof(input));
}
