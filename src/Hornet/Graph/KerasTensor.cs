namespace Hornet;

/// <summary>A place in a graph: a shape that may have unknown axes, a dtype, a name, and no data.</summary>
/// <remarks>Operators, indexing and <see cref="Ops"/> on it add operations to the graph. <c>==</c> compares
/// identity.</remarks>
/// <example><code>
/// var image = Keras.Input([28, 28, 1], name: "image");
/// Console.WriteLine(image.Shape); // (None, 28, 28, 1)
/// </code></example>
public sealed class KerasTensor : Tensor
{
    /// <summary>A symbolic tensor that no operation made: an input of a <see cref="Function"/>.</summary>
    /// <param name="shape">The shape, with the batch axis.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="name">The name; made up where null.</param>
    public KerasTensor(Shape shape, DType dtype = DType.Float32, string? name = null)
        : this(new TensorSpec(shape ?? throw new ArgumentNullException(nameof(shape)), dtype), name, null)
    {
    }

    internal KerasTensor(TensorSpec spec, string? name, KerasHistory? history)
    {
        Spec = spec;
        Name = name ?? Names.Unique(nameof(KerasTensor));
        History = history;
    }

    /// <inheritdoc/>
    public override TensorSpec Spec { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The operation that made it; null where none did.</summary>
    public KerasHistory? History { get; internal set; }

    private protected override string WhyNoData =>
        $"A KerasTensor is symbolic: it's a placeholder for a shape and a dtype, and holds no data. Received: " +
        $"{this}. " +
        "Make a Model of it and apply that to data, or use Ops instead of .NET functions on its elements.";

    /// <summary>Keras's text of a symbolic tensor.</summary>
    public override string ToString() =>
        $"<KerasTensor shape={Shape}, dtype={DType.KerasName()}, sparse=False, ragged=False, name={Name}>";
}
