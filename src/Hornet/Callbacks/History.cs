namespace Hornet.Callbacks;

/// <summary>Keeps the losses and metrics of each epoch. <c>Fit</c> returns one.</summary>
/// <example><code>
/// model.Compile(optimizer: "sgd", loss: "mse");
/// var history = model.Fit(x, y, epochs: 3, verbose: 0);
/// Console.WriteLine(history.Values("loss").Count); // 3
/// </code></example>
public sealed class History : Callback
{
    private readonly OrderedDictionary<string, List<double>> _values = [];
    private readonly List<int> _epochs = [];

    /// <summary>The epochs that ended.</summary>
    public IReadOnlyList<int> Epoch => _epochs;

    /// <summary>The names of the losses and metrics.</summary>
    public IReadOnlyList<string> Keys => [.. _values.Keys];

    /// <summary>The value of each epoch.</summary>
    /// <param name="key">The name of a loss or metric: <c>loss</c>, <c>val_accuracy</c>, ...</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public IReadOnlyList<double> Values(string key) => _values.TryGetValue(key, out var values) ? values
        : throw new KeyNotFoundException(
            $"The history has no '{key}'. Expected one of: {string.Join(", ", _values.Keys)}.");

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => _epochs.Clear();

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        _epochs.Add(epoch);
        foreach (var (name, value) in logs)
        {
            if (!_values.TryGetValue(name, out var values))
            {
                _values.Add(name, values = []);
            }

            values.Add(value);
        }
    }
}
