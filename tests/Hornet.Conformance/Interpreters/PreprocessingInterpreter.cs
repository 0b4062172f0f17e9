using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Uses the preprocessing layers of the category preprocessing.</summary>
internal sealed class PreprocessingInterpreter : Interpreter
{
    public override string Category => "preprocessing";

    public override Verdict Run(CorpusCase line) => new PreprocessingCase(line).Run();
}
