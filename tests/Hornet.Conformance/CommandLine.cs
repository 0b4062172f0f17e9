using System.Globalization;

namespace Hornet.Conformance;

/// <summary>What was asked for.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        usage: Hornet.Conformance [CATEGORY[/GROUP[/ID]]]... [OPTIONS]
          ops                      all cases of a category
          ops/nn                   a group of it
          ops/numpy.add            the cases of an op, or all whose id begins so
          ops/numpy.add/c9fddc     one case, with what was expected and what was received
          --list-failed            every case that failed, and why
          --missing                everything that does not exist yet, and how many cases wait for it
          --strict                 exit with 1 where a case failed
          --workers COUNT          how many processes run cases (as many as there are processors)
          --limit SECONDS          how long a case may take (60)
        The variable HORNET_CORPUS names another folder of cases than the repository's own.
        """;

    public IReadOnlyList<Selection> Selections { get; init; } = [];

    public bool ListsFailed { get; init; }

    public bool ListsMissing { get; init; }

    public bool IsStrict { get; init; }

    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">One of them is unknown.</exception>
    public static CommandLine Parse(IEnumerable<string> args)
    {
        var line = new CommandLine();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var arg))
        {
            line = arg switch
            {
                "--list-failed" => line with { ListsFailed = true },
                "--missing" => line with { ListsMissing = true },
                "--strict" => line with { IsStrict = true },
                "--workers" => line with { Workers = Number(arg, rest) },
                "--limit" => line with { Limit = TimeSpan.FromSeconds(Number(arg, rest)) },
                ['-', ..] => throw new ArgumentException($"Unknown option {arg}."),
                _ => line with { Selections = [.. line.Selections, Selection.Parse(arg)] },
            };
        }

        return line.Selections.Count > 0 ? line : line with { Selections = [new Selection()] };
    }

    private static int Number(string option, Queue<string> rest) =>
        rest.TryDequeue(out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"Expected a number above 0 after {option}. Received: '{text}'.");
}
