using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Calls the functions of <c>keras.utils</c> and moves progress bars.</summary>
internal sealed class UtilsInterpreter() : ScriptInterpreter("utils")
{
    public override Verdict Run(CorpusCase line) =>
        line.Has("progbar") ? ProgbarCase.Run(line)
        : line.Has("feature_space") ? throw new NotYetException("keras.utils.FeatureSpace")
        : base.Run(line);
}
