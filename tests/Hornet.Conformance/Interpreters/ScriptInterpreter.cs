using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Carries out cases that are steps: calls of public functions, classes and their methods.</summary>
internal abstract class ScriptInterpreter(string category) : Interpreter
{
    public sealed override string Category => category;

    public override Verdict Run(CorpusCase line)
    {
        using var script = new Script(line);
        return script.Run();
    }
}
