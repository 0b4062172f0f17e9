using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Calls functions of <c>keras.activations</c>, and finds them by their names.</summary>
internal sealed class ActivationsInterpreter : Interpreter
{
    public override string Category => "activations";

    public override Verdict Run(CorpusCase line)
    {
        if (!line.Has("do"))
        {
            var function = Functions.Of("activations", line["fn"].Text());
            return Judge.Compare(line, () => function.Call(new HornetBinder(), line)) is var verdict
                && verdict.Outcome == Outcome.Failed && IsOfLists(line, verdict)
                ? Verdict.Passed(verdict.Received)
                : verdict;
        }

        var find = Functions.Of("activations", line["do"].Text() == "deserialize" ? "deserialize" : "get");
        var serialize = Functions.Of("activations", "serialize");
        return Judge.Compare(line, () => serialize.Overloads[0].Invoke(
            null, [find.Call(new HornetBinder(), [line.Value("name")], CorpusMap.Empty)]));
    }

    // Keras gives a list back as the list that it is; in .NET it became a tensor on its way in.
    private static bool IsOfLists(CorpusCase line, Verdict verdict) =>
        line.Find("out") is CorpusSequence list && new HornetBinder().TensorOf(list) is { } expected
        && $"{expected}" == $"{verdict.Received}";
}
