using Hornet.Layers;

namespace Hornet;

/// <summary>A model whose layers form a chain.</summary>
/// <remarks>
/// The shape of the input comes from <c>Keras.Input</c> or an <see cref="InputLayer"/> as first item, from the first
/// layer's <see cref="Layer.InputShape"/>, or else from the first tensor that the model is applied to.
/// </remarks>
/// <example><code>
/// var model = new Sequential([Keras.Input([4]), new Dense(8, activation: "relu"), new Dense(1)]);
/// </code></example>
public sealed partial class Sequential : Model
{
    private readonly List<Layer> _items = []; // an InputLayer first, where the input is known
    private Function? _function;

    /// <summary>Makes a model of a chain of layers.</summary>
    /// <param name="layers">The layers, and first perhaps an input.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <exception cref="ArgumentException">Names repeat, or there are two inputs.</exception>
    public Sequential(IEnumerable<SequentialItem>? layers = null, bool trainable = true, string? name = null)
        : base(name, trainable: trainable)
    {
        foreach (var item in layers ?? [])
        {
            Append(item.Layer);
        }

        Rebuild();
    }

    /// <summary>The layers, without the input.</summary>
    public override IReadOnlyList<Layer> Layers => [.. HasInput ? _items.Skip(1) : _items];

    internal override Function? Graph => _function;

    internal override IEnumerable<Layer> OwnLayers => _items;

    private bool HasInput => _items is [InputLayer, ..];

    /// <summary>Adds a layer at the end. Weights that are there stay.</summary>
    /// <param name="layer">The layer, or first an input.</param>
    /// <param name="rebuild">Whether to connect the layers at once.</param>
    /// <exception cref="ArgumentException">A layer of that name is there, or an input.</exception>
    public void Add(SequentialItem layer, bool rebuild = true)
    {
        Append(layer.Layer);
        Disconnect();
        if (rebuild)
        {
            Rebuild();
        }
    }

    /// <summary>Removes the last layer, and gives it.</summary>
    /// <param name="rebuild">Whether to connect the others at once.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Layer Pop(bool rebuild = true)
    {
        if (_items.Count == 0)
        {
            throw new InvalidOperationException($"Sequential model '{Name}' has no layer to remove.");
        }

        var layer = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        Disconnect();
        if (rebuild)
        {
            Rebuild();
        }

        return layer;
    }

    /// <summary>Connects the layers for inputs of a shape, and makes their weights.</summary>
    /// <param name="inputShape">The shape, with the batch axis.</param>
    /// <exception cref="ArgumentException">The model has an input of another shape.</exception>
    /// <exception cref="InvalidOperationException">The model has no layers.</exception>
    public override void BuildFor(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        if (_items.Count == 0)
        {
            throw NoLayers();
        }

        if (_items.FindLastIndex(item => item is InputLayer) is > 0 and var late)
        {
            throw new ArgumentException(
                $"Sequential model '{Name}' has the Input '{_items[late].Name}' after layer " +
                $"'{_items[late - 1].Name}'. An Input can only be the first item.");
        }

        if (!HasInput)
        {
            _items.Insert(0, new InputLayer(batchShape: inputShape, dtype: _items[0].ComputeDType));
        }
        else if (((InputLayer)_items[0]).BatchShape is var known && known != inputShape)
        {
            throw new ArgumentException(
                $"Sequential model '{Name}' has already been configured to use input shape {known}. You cannot build " +
                $"it with input_shape {inputShape}.");
        }

        using var scope = OpenNameScope();
        Connect();
    }

    /// <inheritdoc/>
    protected override void Build(Nested<Shape> inputShapes)
    {
        if (Layers.Count == 0)
        {
            throw NoLayers();
        }

        if (inputShapes is { IsLeaf: true, Value: { } shape } && _function is null)
        {
            BuildFor(_items[0] is InputLayer { BatchShape: var known } && Shape.Agree(known, shape) ? known : shape);
        }
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context) => _function is not null
        ? base.CallMany(inputs, context)
        : Layers.Aggregate(inputs, (tensors, layer) => layer.ApplyMany(tensors));

    private protected override Nested<Shape> InferShapes(Nested<Shape> inputShape) => _function is not null
        ? base.InferShapes(inputShape)
        : Layers.Aggregate(inputShape, (shapes, layer) => layer.ComputeOutputShape(shapes));

    private protected override Nested<TensorSpec> InferSpecs(Nested<Tensor> inputs) => _function is not null
        ? base.InferSpecs(inputs)
        : Layers.Aggregate(inputs, (tensors, layer) => layer.ComputeOutputSpec(tensors)).Select(tensor => tensor.Spec);

    private protected override void CheckInputs(Nested<Tensor> inputs)
    {
        // The first layer says what does not fit.
    }

    private void Append(Layer layer)
    {
        if (_items.Count == 0 && layer is { InputShape: { } shape } and not Model)
        {
            _items.Add(new InputLayer(shape));
        }

        if (_items.Exists(item => item.Name == layer.Name && item != layer))
        {
            throw new ArgumentException(
                "All layers added to a Sequential model should have unique names. " +
                $"Name '{layer.Name}' is already the name of a layer in this model. " +
                "Give it another with the argument name.", nameof(layer));
        }

        if (layer is InputLayer && _items is [InputLayer { BatchShape: var known }, ..])
        {
            throw new ArgumentException(
                $"Sequential model '{Name}' has already been configured to use input shape {known}. " +
                "You cannot add a different Input layer to it.", nameof(layer));
        }

        _items.Add(layer);
    }

    private InvalidOperationException NoLayers() => new(
        $"Sequential model '{Name}' cannot be built because it has no layers. Call `model.Add(layer)`.");

    private void Disconnect()
    {
        Built = false;
        _function = null;
    }

    private void Rebuild()
    {
        if (_items.Count > 1 && _items[0] is InputLayer { BatchShape: var shape })
        {
            BuildFor(shape);
        }
        else if (_items.Count > 1 && _items[0] is Model { Graph: { Inputs: [var input] } })
        {
            BuildFor(input.Shape);
        }
    }

    private void Connect()
    {
        var input = _items[0].Output;
        _builtFor = input.Shape;
        Nested<Tensor> outputs = input;
        foreach (var layer in _items.Skip(1))
        {
            outputs = layer.ApplyMany(outputs);
        }

        // Keras counts the graph among its models, so the next one's name tells.
        _function = new Function(input, outputs, Names.Unique("Functional"));
        Built = true;
    }
}
