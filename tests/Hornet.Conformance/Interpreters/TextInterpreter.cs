using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Uses the preprocessing layers of the category text.</summary>
internal sealed class TextInterpreter : Interpreter
{
    public override string Category => "text";

    public override Verdict Run(CorpusCase line) => new PreprocessingCase(line).Run();
}
