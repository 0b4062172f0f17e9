namespace Hornet;

/// <summary>The subscripts of a summation, with a letter for each axis that an ellipsis stands for.</summary>
internal sealed class EinsumEquation
{
    private const string Ellipsis = "...";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly string _subscripts;
    private readonly Dictionary<char, int?> _sizes = [];

    private EinsumEquation(string subscripts, Shape[] shapes)
    {
        _subscripts = subscripts;
        var parts = subscripts.Replace(" ", string.Empty, StringComparison.Ordinal).Split("->");
        var operands = parts[0].Split(',');
        if (parts.Length > 2 || operands.Length != shapes.Length)
        {
            throw Wrong($"subscripts of {shapes.Length} operands, and one arrow at most", "\"" + subscripts + "\"");
        }

        // The axes of all ellipses meet at their end.
        var wildcards = Wildcards(subscripts, operands.Zip(shapes, WildcardCount).Max());
        Operands = [.. operands.Zip(shapes, (labels, shape) => Whole(labels, wildcards, WildcardCount(labels, shape)))];
        for (var i = 0; i < Operands.Count; i++)
        {
            Read(Operands[i], shapes[i]);
        }

        Output = parts.Length == 2
            ? Whole(parts[1], wildcards, wildcards.Length)
            : wildcards + string.Concat(Once(operands).Order());
        Check(Output);
    }

    /// <summary>The labels of each operand's axes.</summary>
    public IReadOnlyList<string> Operands { get; }

    /// <summary>The labels of the result's axes.</summary>
    public string Output { get; }

    /// <summary>The shape of the result.</summary>
    public Shape Result => SizesOf(Output);

    public static EinsumEquation Parse(string subscripts, Shape[] shapes) => new(subscripts, shapes);

    /// <summary>The sizes of labels' axes.</summary>
    public Shape SizesOf(string labels) => [.. labels.Select(label => _sizes[label])];

    /// <summary>The left side of the summation of the result with all operands but one.</summary>
    public string Without(int operand) => string.Join(',', [Output, .. Operands.Where((_, i) => i != operand)]);

    private static int WildcardCount(string labels, Shape shape) =>
        labels.Contains(Ellipsis, StringComparison.Ordinal)
            ? Math.Max(shape.Rank - labels.Length + Ellipsis.Length, 0)
            : 0;

    private static string Wildcards(string subscripts, int count) =>
        string.Concat(Letters.Except(subscripts).Take(count));

    private static string Whole(string labels, string wildcards, int count) =>
        labels.Replace(Ellipsis, wildcards[^count..], StringComparison.Ordinal);

    private static IEnumerable<char> Once(string[] operands) => string.Concat(operands)
        .Replace(Ellipsis, string.Empty, StringComparison.Ordinal)
        .GroupBy(label => label).Where(group => group.Count() == 1).Select(group => group.Key);

    private void Read(string labels, Shape shape)
    {
        if (labels.Length != shape.Rank || !labels.All(char.IsAsciiLetter))
        {
            throw Wrong(
                "a letter for each axis of each operand", $"\"{_subscripts}\" with an operand of shape {shape}");
        }

        for (var axis = 0; axis < labels.Length; axis++)
        {
            var label = labels[axis];
            var size = _sizes.GetValueOrDefault(label, 1);
            _sizes[label] = Shape.Broadcast([size], [shape[axis]])?[0] ?? Unknown(label, size, shape[axis]);
        }
    }

    private int? Unknown(char label, int? size, int? other) => size is null || other is null ? null : throw Wrong(
        $"one size of the axes '{label}' of \"{_subscripts}\"", $"{size} and {other}");

    private void Check(string output)
    {
        if (output.Distinct().Count() != output.Length || output.Any(label => !_sizes.ContainsKey(label)))
        {
            throw Wrong("letters of the operands after the arrow, each once", "\"" + _subscripts + "\"");
        }
    }

    private static ShapeException Wrong(string expected, string received) => new("Einsum", expected, received);
}
