using System.Globalization;
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
            var fields = line["input_spec"].Map();
            var spec = Make(binder, fields);
            _ = new Identity { InputSpec = [spec] }.Apply(binder.TensorOf(line.Value("input"))!);
            return true;
        },
        "accepted");

    // Keys of axes come as text, which no binder takes for numbers.
    private static InputSpec Make(HornetBinder binder, CorpusMap fields)
    {
        var others = new CorpusMap([.. fields.Entries.Where(field => field.Key != "axes")]);
        var call = new CallBinder(binder).Bind(typeof(InputSpec).GetConstructors(), [], others);
        var arguments = call.Arguments.ToArray();
        if (fields.Find("axes") is CorpusMap axes)
        {
            arguments[5] = axes.Entries.ToDictionary(
                axis => int.Parse(axis.Key, CultureInfo.InvariantCulture),
                axis => axis.Value is CorpusInt size ? (int?)(int)size.Value : null);
        }

        return (InputSpec)(call with { Arguments = arguments }).Invoke()!;
    }
}
