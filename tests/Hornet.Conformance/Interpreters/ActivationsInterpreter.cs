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
            return Judge.Compare(line, () => function.Call(new HornetBinder(), line));
        }

        var find = Functions.Of("activations", line["do"].Text() == "deserialize" ? "deserialize" : "get");
        var serialize = Functions.Of("activations", "serialize");
        return Judge.Compare(line, () => serialize.Overloads[0].Invoke(
            null, [find.Call(new HornetBinder(), [line.Value("name")], CorpusMap.Empty)]));
    }
}
