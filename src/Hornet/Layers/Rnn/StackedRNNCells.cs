using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Cells one after the other, as one: each takes the output of the one before it.</summary>
/// <example><code>
/// var cells = new StackedRNNCells([new GRUCell(16), new GRUCell(8)]);
/// var y = new RNN(cells).Apply(Keras.Input([10, 4])); // (None, 8)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class StackedRNNCells : Layer, IRNNCell
{
    /// <summary>Makes the layer.</summary>
    /// <param name="cells">The cells: layers that are <see cref="IRNNCell"/>s.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">There is none, or a layer is no cell.</exception>
    public StackedRNNCells(
        IReadOnlyList<Layer> cells, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Cells = cells.Count > 0 ? [.. cells] : throw new ArgumentException(
            "Expected at least one cell. Received: none.", nameof(cells));
        StateSize = Nested.List<int>([.. cells.Select(cell => CellSteps.Of(cell).StateSize)]);
        OutputSize = CellSteps.Of(cells[^1]).OutputSize;
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<Layer> Cells { get; }

    /// <inheritdoc/>
    [NotInConfig]
    public Nested<int> StateSize { get; }

    /// <inheritdoc/>
    [NotInConfig]
    public int OutputSize { get; }

    internal override IReadOnlyList<string> CallArgumentNames => ["states"];

    /// <summary>Applies this layer to an input and states.</summary>
    /// <param name="inputs">(batch, features)</param>
    /// <param name="states">A list of the states of each cell.</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <returns>The output, then the next states.</returns>
    public Nested<Tensor> ApplyMany(Nested<Tensor> inputs, Nested<Tensor> states, bool? training = null) =>
        Enter(new CallArguments(inputs, new Dictionary<string, Nested<Tensor>> { ["states"] = states }, training));

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        foreach (var cell in Cells)
        {
            cell.BuildFor(inputShape);
            inputShape = [inputShape[0], CellSteps.Of(cell).OutputSize];
        }
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Argument("states") is not { IsList: true } states || states.Count != Cells.Count)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected a list of the states of {Cells.Count} cells. "
                + $"Received: {context.Argument("states")?.ToString() ?? "none"}. Call it with states: [...].");
        }

        var (x, next) = (inputs, new List<Nested<Tensor>>());
        foreach (var (cell, before) in Cells.Zip(states))
        {
            var named = new Dictionary<string, Nested<Tensor>> { ["states"] = before };
            var result = cell.ApplyMany(new CallArguments(x, named, context.Training));
            x = result[0];
            next.Add(result[1]);
        }

        return Nested.List<Tensor>([x, next is [var only] ? only : Nested.List<Tensor>([.. next])]);
    }
}
