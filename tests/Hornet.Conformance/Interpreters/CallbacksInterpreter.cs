using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Calls callbacks, and compares what they do.</summary>
internal sealed class CallbacksInterpreter : Interpreter
{
    public override string Category => "callbacks";

    public override Verdict Run(CorpusCase line)
    {
        Keras.ClearSession();
        return line.Group switch
        {
            "decisions" => DecisionCase.Run(line),
            "hooks" => HookCase.Run(line),
            "progress" => ProgressCase.Run(line),
            _ => throw new NotYetException(line.Group == "backup"
                ? "keras.callbacks.BackupAndRestore"
                : $"the group {line.Group}"),
        };
    }
}
