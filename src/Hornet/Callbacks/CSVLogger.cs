using System.Globalization;
using System.Text;
using Hornet.Serialization;

namespace Hornet.Callbacks;

/// <summary>Writes the losses and metrics of each epoch as a line of a CSV file.</summary>
/// <remarks>The file is complete after each epoch, whatever becomes of the training.</remarks>
/// <example><code>
/// model.Compile(optimizer: "sgd", loss: "mse");
/// model.Fit(x, y, callbacks: [new CSVLogger(path)]);
/// </code></example>
public sealed class CSVLogger : Callback
{
    private const string LineEnd = "\r\n";
    private const string Missing = "NA";

    private bool _needsHeader = true;
    private string[]? _keys;

    /// <summary>Makes the callback.</summary>
    /// <param name="filename">The file.</param>
    /// <param name="separator">What stands between two values.</param>
    /// <param name="append">Whether to go on at the end of a file that is there, instead of writing it anew.</param>
    public CSVLogger(string filename, string separator = ",", bool append = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(filename);
        ArgumentException.ThrowIfNullOrEmpty(separator);
        (Filename, Separator, Append) = (filename, separator, append);
    }

    /// <summary>The file.</summary>
    public string Filename { get; }

    /// <summary>What stands between two values.</summary>
    public string Separator { get; }

    /// <summary>Whether to go on at the end of a file that is there.</summary>
    public bool Append { get; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs)
    {
        _keys = null;
        if (!Append)
        {
            File.WriteAllText(Filename, string.Empty);
            _needsHeader = true;
        }
        else if (File.Exists(Filename))
        {
            _needsHeader = new FileInfo(Filename).Length == 0;
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var lines = new StringBuilder();
        if (_keys is null)
        {
            _keys = Columns(logs);
            if (_needsHeader)
            {
                Add(lines, _keys.Prepend("epoch"));
                _needsHeader = false;
            }
        }

        var values = _keys.Select(key => logs.TryGetValue(key, out var value) ? PythonNumber.ToText(value) : Missing);
        Add(lines, values.Prepend(epoch.ToString(CultureInfo.InvariantCulture)));
        File.AppendAllText(Filename, lines.ToString());
    }

    // Where the first epoch is not validated, a later one may be.
    private static string[] Columns(Logs logs)
    {
        string[] keys = [.. logs.Keys.Order(StringComparer.Ordinal)];
        return Array.Exists(keys, key => key.StartsWith("val_", StringComparison.Ordinal))
            ? keys
            : [.. keys, .. keys.Select(key => $"val_{key}")];
    }

    private void Add(StringBuilder lines, IEnumerable<string> values) =>
        lines.AppendJoin(Separator, values.Select(Quote)).Append(LineEnd);

    private string Quote(string value) =>
        value.Contains(Separator, StringComparison.Ordinal) || value.AsSpan().ContainsAny("\"\r\n")
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
