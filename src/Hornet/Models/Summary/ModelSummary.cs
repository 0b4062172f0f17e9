using System.Globalization;
using System.Text.RegularExpressions;
using Hornet.Layers;

namespace Hornet;

/// <summary>What the table of a model's layers says.</summary>
internal sealed class ModelSummary
{
    private readonly Model _model;
    private readonly Function? _graph; // of a model that is one: a chain of layers shows no connections
    private readonly bool _expandNested;
    private readonly bool _showTrainable;
    private readonly bool _isChain;

    public ModelSummary(Model model, bool expandNested, bool showTrainable)
    {
        (_model, _expandNested, _showTrainable) = (model, expandNested, showTrainable);
        _graph = model is Sequential ? null : model.Graph;
        _isChain = _graph is null || IsChain(_graph);
    }

    public string Text(int? lineLength, IReadOnlyList<double>? positions, (string First, string Last)? range)
    {
        var table = new SummaryTable(lineLength ?? DefaultWidth(), Columns(positions));
        var operations = _graph?.Operations ?? _model.Layers;
        var (first, end) = range is { } names ? Find(operations, names.First, names.Last) : (0, operations.Count);
        foreach (var operation in operations.Take(end).Skip(first))
        {
            AddRows(table, operation, level: 0);
        }

        return $"Model: \"{_model.Name}\"\n{table}{new WeightTotals(_model)}";
    }

    private static bool IsChain(Function graph) =>
        graph.Levels.All(level => level is [{ InputTensors.Count: <= 1 }])
        && graph.Operations.All(operation => operation.InboundNodes.Count(graph.Contains) <= 1);

    // What no console bounds is as wide as it needs.
    private int DefaultWidth()
    {
        var width = (_isChain ? 88 : 108) + (_showTrainable ? 12 : 0);
        var console = Console.IsOutputRedirected ? 0 : Console.WindowWidth;
        return console > 0 ? Math.Min(width, console - 4) : width;
    }

    private List<SummaryColumn> Columns(IReadOnlyList<double>? positions)
    {
        IEnumerable<SummaryColumn> columns =
        [
            new("Layer (type)", Justify.Left, _isChain ? 0.45 : 0.3),
            new("Output Shape", Justify.Left, _isChain ? 0.8 : 0.56),
            new("Param #", Justify.Right, _isChain ? 1.0 : 0.74),
            .. _isChain ? Array.Empty<SummaryColumn>() : [new("Connected to", Justify.Left, 1.0)],
        ];
        var count = columns.Count();
        if (positions is not null && positions.Count != count)
        {
            throw new ArgumentException(
                $"Expected {count} positions, one for each column. Received: {positions.Count}.", nameof(positions));
        }

        columns = columns.Select((column, i) => column with { End = positions?[i] ?? column.End });
        return _showTrainable
            ? [.. columns.Select(column => column with { End = column.End * 0.9 }),
                new("Trainable", Justify.Center, 1.0)]
            : [.. columns];
    }

    // Both ends are in the range, whichever comes first.
    private static (int First, int End) Find(IReadOnlyList<Operation> operations, string first, string last)
    {
        var (lower, upper) = (Matches(first), Matches(last));
        return lower.Length == 0 || upper.Length == 0
            ? throw new ArgumentException(
                $"No layer has a name of the range. Expected names or patterns of {string.Join(", ",
                operations.Select(operation => operation.Name))}. Received: layer_range=({first}, {last}).")
            : lower[0] > upper[^1] ? (upper[0], lower[^1] + 1) : (lower[0], upper[^1] + 1);

        int[] Matches(string pattern) => [.. Enumerable.Range(0, operations.Count)
            .Where(i => Regex.IsMatch(operations[i].Name, $"^(?:{pattern})", RegexOptions.CultureInvariant))];
    }

    private void AddRows(SummaryTable table, Operation operation, int level)
    {
        var prefix = level == 0 ? string.Empty : $"{new string(' ', 3 * level)}└ ";
        string[] fields =
        [
            $"{prefix}{operation.Name} ({operation.ClassName})",
            OutputShape(operation),
            Params(operation),
            .. _isChain ? [] : new[] { Connections(operation) },
            .. _showTrainable ? new[] { Trainable(operation) } : [],
        ];
        table.Add(fields);
        foreach (var layer in _expandNested && operation is Model inner ? inner.Layers : [])
        {
            AddRows(table, layer, level + 1);
        }
    }

    private static string OutputShape(Operation operation)
    {
        var shapes = operation.InboundNodes is [.., var last] ? last.OutputTensors.Select(output => output.Shape)
            : operation is Model { Graph: { } graph } ? graph.Outputs.Select(output => output.Shape)
            : (operation as Layer)?.OutputShapeAsBuilt()?.Flatten();
        string[] texts = [.. (shapes ?? []).Select(Text)];
        return texts.Length switch
        {
            0 => "?",
            1 => texts[0],
            _ => $"[{string.Join(", ", texts)}]",
        };
    }

    // Without the comma that Python puts after a single axis.
    private static string Text(Shape shape) =>
        $"({string.Join(", ", shape.Select(axis => axis?.ToString(CultureInfo.InvariantCulture) ?? "None"))})";

    private static string Params(Operation operation) => operation is not Layer layer ? "0"
        : layer.Built ? layer.CountParams().ToString("N0", CultureInfo.InvariantCulture)
        : "0 (unbuilt)";

    private string Connections(Operation operation)
    {
        var connections = operation.InboundNodes.Where(_graph!.Contains)
            .SelectMany(node => node.InputTensors).Select(input => input.History).OfType<KerasHistory>()
            .Select(history => $"{history.Operation.Name}[{history.NodeIndex}][{history.TensorIndex}]");
        var text = string.Join(", ", connections);
        return text.Length > 0 ? text : "-";
    }

    private static string Trainable(Operation operation) => operation is not Layer { Weights.Count: > 0 } layer ? "-"
        : layer.Trainable ? "Y"
        : "N";
}
