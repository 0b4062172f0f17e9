using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A recurrent layer of a cell of any kind.</summary>
/// <remarks>Input (batch, steps, …); output (batch, size of the cell's output), or (batch, steps, size).</remarks>
/// <example><code>
/// var cells = new StackedRNNCells([new LSTMCell(16), new LSTMCell(8)]);
/// var y = new RNN(cells, returnSequences: true).Apply(Keras.Input([10, 4])); // (None, 10, 8)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class RNN : BaseRNN
{
    private readonly int[] _sizes;

    /// <summary>Makes the layer; the cell's weights come with the first input.</summary>
    /// <param name="cell">What computes a step: a layer that is an <see cref="IRNNCell"/>.</param>
    /// <param name="returnSequences">Whether the output has all steps, not the last alone.</param>
    /// <param name="returnState">Whether the last states come too.</param>
    /// <param name="goBackwards">Whether it begins at the last step; a sequence comes in that order.</param>
    /// <param name="stateful">Whether a batch begins with the states at which the one before ended.</param>
    /// <param name="unroll">Whether the number of steps must be known.</param>
    /// <param name="zeroOutputForMask">
    /// Whether the output of a step that does not count is zero, not the one before.
    /// </param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">The layer is no cell.</exception>
    public RNN(
        Layer cell,
        bool returnSequences = false,
        bool returnState = false,
        bool goBackwards = false,
        bool stateful = false,
        bool unroll = false,
        bool zeroOutputForMask = false,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(
            returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask, activityRegularizer: null,
            name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Cell = cell;
        _sizes = [.. CellSteps.Of(cell).StateSize.Flatten()];
        InputSpec = null; // the cell says what a step is like
    }

    /// <summary>What computes a step.</summary>
    public Layer Cell { get; }

    private protected override IReadOnlyList<int> StateSizes => _sizes;

    private protected override void BuildCell(Shape stepShape) => Cell.BuildFor(stepShape);

    // Zeros for a batch whose size may be unknown: sums of zeros over a sample.
    private protected override Tensor[] ZeroStates(Tensor step)
    {
        var sample = Enumerable.Range(1, step.Rank - 1).ToArray();
        var zeros = Ops.Cast(Ops.ZerosLike(step), ComputeDType);
        var none = Ops.ExpandDims(sample.Length > 0 ? Ops.Sum(zeros, axis: sample) : zeros, -1);
        return [.. _sizes.Select(size => none * Ops.Ones([1, size], ComputeDType))];
    }

    private protected override RnnResult Loop(Tensor x, Tensor[] states, Tensor? mask, bool training) =>
        Unrolled(x, states, mask, CellSteps.Make(Cell, x[.., 0], states, training).Invoke);

    private protected override IEnumerable<Nested<Tensor>> Structured(Tensor[] states) =>
        CellSteps.Structured(Cell, states);

    // Keras looks at the last of stacked cells.
    private protected override Tensor OutputBefore(Tensor[] states) => states[^LastCount(Cell)];

    private void ExtendConfig(System.Text.Json.Nodes.JsonObject config)
    {
        if (ActivityRegularizer is null)
        {
            config.Remove("activity_regularizer"); // Keras leaves it out where there is none
        }
    }

    private static int LastCount(Layer cell) =>
        cell is StackedRNNCells stack ? LastCount(stack.Cells[^1]) : CellSteps.Count(cell);
}
