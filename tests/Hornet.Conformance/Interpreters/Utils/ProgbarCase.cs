using System.Text;
using System.Text.RegularExpressions;
using Hornet.Testing;
using Hornet.Utils;

namespace Hornet.Conformance;

/// <summary>Moves a progress bar at given times and compares each text that it writes.</summary>
internal static partial class ProgbarCase
{
    // A time of day: differences of times lose the digits that Keras's lose.
    private const double Start = 1000;

    public static Verdict Run(CorpusCase line)
    {
        var (about, now) = (line["progbar"], 0.0);
        var isDynamic = about["dynamic"].Flag();
        var output = new Prints();
        var bar = Make(about["init"].Map(), isDynamic, output, () => now);
        foreach (var update in about["updates"].Items())
        {
            now = Start + update["t"].Number() - Start;
            var values = (update.Find("values")?.Items() ?? [])
                .Select(pair => KeyValuePair.Create(pair[0].Text(), pair[1].Number())).ToArray();
            if (update.Find("add") is { } steps)
            {
                bar.Add((int)steps.Integer(), values);
            }
            else
            {
                bar.Update((int)update["current"].Integer(), values, update.Find("finalize") is { IsNull: false } last
                    ? last.Flag() : null);
            }
        }

        var expected = line["out"].Items().Select(text => text.Text()).ToArray();
        return Verdict.Of(isDynamic
            ? Difference(expected, output.Texts)
            : Difference(Finished(expected), Finished(output.Texts)));
    }

    private static string? Difference(IEnumerable<string> expected, IEnumerable<string> received) =>
        CorpusCompare.Difference(
            new CorpusList([.. expected.Select(text => new CorpusString(text))]), received.ToArray());

    // Where the line cannot be drawn again Hornet writes it once, finished and without colours.
    private static IEnumerable<string> Finished(IEnumerable<string> prints) => prints
        .Where(text => text.EndsWith('\n')).Select(text => Codes().Replace(text, string.Empty).Trim(' ', '\n'));

    private static Progbar Make(CorpusMap init, bool isDynamic, Prints output, Func<double> clock) => new(
        target: init.Find("target") is CorpusInt target ? (int)target.Value : null,
        width: init.Find("width") is CorpusInt width ? (int)width.Value : 20,
        verbose: init.Find("verbose") is CorpusInt verbose ? (int)verbose.Value : 1,
        interval: init.Find("interval") switch
        {
            CorpusFloat seconds => seconds.Value,
            CorpusInt seconds => (double)seconds.Value,
            _ => 0.05,
        },
        statefulMetrics: Names(init.Find("stateful_metrics")),
        statelessMetrics: Names(init.Find("stateless_metrics")),
        unitName: init.Find("unit_name") is CorpusString unit ? unit.Value : "step")
    {
        Output = output,
        IsDynamic = isDynamic,
        Clock = clock,
    };

    private static IEnumerable<string>? Names(CorpusValue? list) =>
        (list as CorpusSequence)?.Items.Select(name => ((CorpusString)name).Value);

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Codes();

    // Keeps what is written, one text each time.
    private sealed class Prints : TextWriter
    {
        public List<string> Texts { get; } = [];

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value) => Texts.Add(value ?? string.Empty);

        public override void Write(StringBuilder? value) => Texts.Add($"{value}");

        public override void Write(char value) => Texts.Add($"{value}");
    }
}
