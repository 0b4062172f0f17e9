using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Calls functions of <c>keras.ops</c> on eager and symbolic tensors.</summary>
internal sealed class OpsInterpreter : Interpreter
{
    public override string Category => "ops";

    public override Verdict Run(CorpusCase line)
    {
        var function = Functions.Of("ops", line["op"].Text());
        using var format = new ImageDataFormatScope(line.Root.Find("image_data_format")?.Text());
        var verdict = Judge.Compare(line, () => function.Call(new HornetBinder(), line));
        return verdict.Outcome == Outcome.Failed && Freedom.Allows(line, verdict.Received)
            ? Verdict.Passed(verdict.Received)
            : verdict;
    }
}
