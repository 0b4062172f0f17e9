using Hornet.Layers;

namespace Hornet;

/// <summary>A layer made of layers: a graph between symbolic tensors, or, in a subclass, a <c>Call</c>.</summary>
/// <remarks>The graph kind is Keras's <c>Functional</c>, and so called in summaries and files.</remarks>
/// <example><code>
/// var pixels = Keras.Input([784]);
/// var hidden = new Dense(64, activation: "relu").Apply(pixels);
/// var model = new Model(pixels, new Dense(10).Apply(hidden));
/// </code></example>
public partial class Model : Layer
{
    private readonly Function? _graph;

    /// <summary>Makes a model of the graph between symbolic tensors.</summary>
    /// <param name="inputs">What begins with <see cref="Keras.Input"/>, or intermediate tensors, which then begin
    /// it.</param>
    /// <param name="outputs">What is computed from the inputs.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">The outputs do not depend on the inputs alone, or names repeat.</exception>
    public Model(Nested<Tensor> inputs, Nested<Tensor> outputs, string? name = null, bool trainable = true)
        : base(name)
    {
        _graph = FunctionalGraph.Make(inputs, outputs);
        Built = true;
        InputSpec = FunctionalGraph.Specs(_graph);
        if (!trainable)
        {
            Trainable = false;
        }
    }

    /// <summary>A model that computes in an overridden <c>Call</c>.</summary>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    protected Model(string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
    }

    /// <summary>The layers, from the inputs to the outputs; of a subclass those in its members.</summary>
    public virtual IReadOnlyList<Layer> Layers => [.. OwnLayers.Distinct()];

    /// <summary>The symbolic inputs, flat.</summary>
    /// <exception cref="InvalidOperationException">The model has no graph.</exception>
    public IReadOnlyList<KerasTensor> Inputs => Connected("inputs").Inputs;

    /// <summary>The symbolic outputs, flat.</summary>
    /// <exception cref="InvalidOperationException">The model has no graph.</exception>
    public IReadOnlyList<KerasTensor> Outputs => Connected("outputs").Outputs;

    /// <summary>The symbolic inputs in the structure in which they were given.</summary>
    public override Nested<Tensor> Input => Graph is { } graph ? graph.InputStructure : base.Input;

    /// <summary>The only symbolic output.</summary>
    public override KerasTensor Output => Graph is { Outputs: [var output] } ? output : base.Output;

    /// <summary>The shape of the input, with the batch axis; of several inputs a list.</summary>
    /// <exception cref="InvalidOperationException">The model has no graph.</exception>
    public new Nested<Shape> InputShape => Shapes(Connected("input shape").Inputs);

    /// <summary>The shape of the output, with the batch axis; of several outputs a list.</summary>
    /// <exception cref="InvalidOperationException">The model has no graph.</exception>
    public Nested<Shape> OutputShape => Shapes(Connected("output shape").Outputs);

    /// <summary>The operations of the graph, layers and others, from the inputs to the outputs.</summary>
    /// <exception cref="InvalidOperationException">The model has no graph.</exception>
    public IReadOnlyList<Operation> Operations => Connected("operations").Operations;

    /// <summary>The names of the layers that make the outputs.</summary>
    public IReadOnlyList<string> OutputNames =>
        Graph is { } graph ? [.. graph.Outputs.Select(output => output.History!.Value.Operation.Name)] : [];

    /// <summary>The graph, where there is one.</summary>
    internal virtual Function? Graph => _graph;

    private protected override string DefaultClassName => GetType() == typeof(Model) ? "Functional" : GetType().Name;

    internal override IEnumerable<Layer> OwnLayers =>
        (Graph?.Operations.OfType<Layer>() ?? []).Concat(base.OwnLayers).Distinct();

    /// <summary>A layer by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public Layer GetLayer(string name) => Layers.FirstOrDefault(layer => layer.Name == name)
        ?? throw new ArgumentException(
            $"No such layer: {name}. Existing layers are: {string.Join(", ", Layers.Select(layer => layer.Name))}.");

    /// <summary>A layer by its place, from the end where negative.</summary>
    /// <exception cref="ArgumentException">There are fewer layers.</exception>
    public Layer GetLayer(int index)
    {
        var place = index < 0 ? index + Layers.Count : index;
        return place >= 0 && place < Layers.Count ? Layers[place] : throw new ArgumentException(
            $"{ClassName} '{Name}' has {Layers.Count} layers. Received: index={index}.", nameof(index));
    }

    /// <inheritdoc/>
    public override void AddLoss(Tensor loss)
    {
        if (Graph is not null)
        {
            throw new InvalidOperationException(
                $"{ClassName} '{Name}' is a graph and adds no loss by itself: add it in the Call of one of its " +
                $"layers.");
        }

        base.AddLoss(loss);
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Graph is { } graph ? FunctionalGraph.Run(graph, inputs, context.Mask) : base.CallMany(inputs, context);
    }

    // Each input of a graph has a dtype of its own.
    private protected override CallArguments Convert(CallArguments arguments) => Graph is not { } graph
        ? base.Convert(arguments)
        : arguments.With(FunctionalInputs.ByName(graph, arguments.Inputs));

    // A model is not copied.
    private protected override Nested<TensorSpec> InferSpecs(Nested<Tensor> inputs) => Trial(inputs);

    private protected override void CheckInputs(Nested<Tensor> inputs)
    {
        if (Graph is { } graph)
        {
            FunctionalGraph.CheckOptional(graph, inputs, $"{ClassName} '{Name}'");
        }

        base.CheckInputs(inputs);
    }

    private static Nested<Shape> Shapes(IReadOnlyList<KerasTensor> tensors) => tensors is [var only]
        ? only.Shape
        : tensors.Select(tensor => tensor.Shape).ToArray();

    private Function Connected(string what) => Graph ?? throw new InvalidOperationException(
        $"{ClassName} model '{Name}' has no defined {what} yet. Begin it with Keras.Input, or apply it to a tensor.");
}
