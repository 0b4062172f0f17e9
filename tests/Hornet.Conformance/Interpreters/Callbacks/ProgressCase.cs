using System.Text.RegularExpressions;
using Hornet.Testing;
using Hornet.Utils;

namespace Hornet.Conformance;

/// <summary>What the progress bar shows.</summary>
internal static partial class ProgressCase
{
    public static Verdict Run(CorpusCase line) => line.Has("updates") ? Bar(line) : Fit(line);

    private static Verdict Bar(CorpusCase line)
    {
        var output = new StringWriter();
        var arguments = line.Root.Find("kwargs")?.Map() ?? CorpusMap.Empty;
        var bar = new Progbar(
            target: line["target"].IsNull ? null : (int)line["target"].Integer(),
            width: arguments.Find("width") is { } width ? TrainingValues.Integer(width) : 20,
            verbose: arguments.Find("verbose") is { } verbose ? TrainingValues.Integer(verbose) : 1,
            interval: 0,
            statefulMetrics: (arguments.Find("stateful_metrics") as CorpusSequence)?.Items
                .Select(name => ((CorpusString)name).Value),
            unitName: (arguments.Find("unit_name") as CorpusString)?.Value ?? "step")
        {
            Output = output,
            IsDynamic = true,
        };
        foreach (var update in line["updates"].Items())
        {
            bar.Update((int)update[0].Integer(), update[1].Items()
                .Select(pair => KeyValuePair.Create(pair[0].Text(), pair[1].Number())));
        }

        var filled = Filled().Matches(output.ToString()).Select(match => match.Groups[1].Length);
        var (expected, received) = (line["text"].Text(), Plain(output.ToString()));
        var redraws = string.Join(',', filled);
        var fillings = string.Join(',', line["filled"].Items().Where(cells => cells.Integer() > 0));
        return received != expected ? Verdict.Failed($"Expected '{expected}'. Received: '{received}'.")
            : redraws != fillings ? Verdict.Failed($"Expected {fillings} filled cells. Received: {redraws}.")
            : Verdict.Passed();
    }

    private static Verdict Fit(CorpusCase line)
    {
        var model = CallbackModel.Make(metrics: ["mae"]);
        var (console, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        try
        {
            model.Fit(
                CallbackModel.X, CallbackModel.Y, batchSize: 4, epochs: 2, verbose: (int)line["verbose"].Integer(),
                validationSplit: line["validation"].Flag() ? 0.4 : 0, shuffle: false);
        }
        finally
        {
            Console.SetOut(console);
        }

        // Of each line what stands there in the end.
        var lines = Plain(output.ToString()).Split('\n').Select(text => text[(text.LastIndexOf('\r') + 1)..]);
        var expected = string.Join('\n', line["lines"].Items().Select(text => text.Text()));
        var received = string.Join('\n', lines);
        return received == expected ? Verdict.Passed()
            : Verdict.Failed($"Expected '{expected}'. Received: '{received}'.");
    }

    // Without colours, backspaces, spaces at the end and times.
    private static string Plain(string text) =>
        Times().Replace(Padding().Replace(Codes().Replace(text, string.Empty), string.Empty), "T");

    [GeneratedRegex("\e\\[[0-9;]*m|\b")]
    private static partial Regex Codes();

    [GeneratedRegex(" +(?=\r|\n|$)")]
    private static partial Regex Padding();

    [GeneratedRegex(@"\b\d+(:\d\d)+\b|\b\d+(s|ms|us)\b")]
    private static partial Regex Times();

    [GeneratedRegex("\e\\[32m(━+)")]
    private static partial Regex Filled();
}
