using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>An input that a specification accepts or refuses.</summary>
internal static class InputSpecCase
{
    public static Verdict Run(CorpusCase line) => Judge.Compare(
        line,
        () =>
        {
            var binder = new HornetBinder();
            var fields = new CorpusMap([.. line["input_spec"].Map().Entries.Select(field =>
                field.Key == "axes" ? new(field.Key, Axes(field.Value)) : field)]);
            var spec = (InputSpec)new CallBinder(binder)
                .Bind(typeof(InputSpec).GetConstructors(), [], fields).Invoke()!;
            _ = new Identity { InputSpec = [spec] }.Apply(binder.TensorOf(line.Value("input"))!);
            return true;
        },
        "accepted");

    // Keys come as text.
    private static CorpusValue Axes(CorpusValue axes) => axes is CorpusMap map
        ? new CorpusPairs(
            CorpusPairsKind.Dict,
            [.. map.Entries.Select(entry => new KeyValuePair<CorpusValue, CorpusValue>(
                new CorpusInt(int.Parse(entry.Key, System.Globalization.CultureInfo.InvariantCulture)), entry.Value))])
        : axes;
}
