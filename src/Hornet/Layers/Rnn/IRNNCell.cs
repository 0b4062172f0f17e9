namespace Hornet.Layers;

/// <summary>One step of a recurrent layer: from an input and states to an output and the next states.</summary>
/// <remarks>
/// A cell is a layer whose call takes the input and, as the argument <c>states</c>, the states in the structure of
/// their sizes, and gives a list: the output, then the next states in that structure.
/// </remarks>
/// <example><code>
/// IRNNCell cell = new LSTMCell(4);
/// Console.WriteLine(cell.StateSize); // [4, 4]
/// </code></example>
public interface IRNNCell
{
    /// <summary>The size of each state, in their structure: (batch, size) tensors.</summary>
    Nested<int> StateSize { get; }

    /// <summary>The size of the output.</summary>
    int OutputSize { get; }
}
