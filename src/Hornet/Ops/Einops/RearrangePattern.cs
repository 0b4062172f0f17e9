using System.Text.RegularExpressions;

namespace Hornet;

/// <summary>A pattern of rearranged axes: for each axis the names of its parts.</summary>
internal sealed partial class RearrangePattern
{
    private RearrangePattern(string[][] input, string[][] output) => (Input, Output) = (input, output);

    public IReadOnlyList<IReadOnlyList<string>> Input { get; }

    public IReadOnlyList<IReadOnlyList<string>> Output { get; }

    public static RearrangePattern Parse(string pattern)
    {
        var sides = pattern.Split("->");
        if (sides.Length != 2 || Groups(sides[0]) is not { } input || Groups(sides[1]) is not { } output)
        {
            throw Wrong(pattern);
        }

        string[] from = [.. input.SelectMany(group => group)];
        string[] to = [.. output.SelectMany(group => group)];
        return from.Distinct().Count() == from.Length && from.Order().SequenceEqual(to.Order())
            ? new RearrangePattern(input, output)
            : throw Wrong(pattern);
    }

    private static string[][]? Groups(string side) => !Side().IsMatch(side) ? null :
        [.. Group().Matches(side).Select(group => Name().Matches(group.Value).Select(name => name.Value).ToArray())];

    private static ArgumentException Wrong(string pattern) => new(
        "Rearrange: expected the names of axes, an arrow, and the same names again, each once, some in parentheses: " +
        $"'b h w c -> b (h w) c'. Received: '{pattern}'.");

    [GeneratedRegex(@"^\s*((\([A-Za-z_]\w*(\s+[A-Za-z_]\w*)*\)|[A-Za-z_]\w*)(\s+|(?=\()|(?<=\))|$))*$")]
    private static partial Regex Side();

    [GeneratedRegex(@"\([^)]*\)|\w+")]
    private static partial Regex Group();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();
}
