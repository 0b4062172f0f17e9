using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Reads data sets from files.</summary>
internal sealed class DatasetsInterpreter() : ScriptInterpreter("datasets")
{
    public override Verdict Run(CorpusCase line) => line.Has("cifar_file")
        ? throw new NotYetException("the reader of one file of CIFAR")
        : base.Run(line);
}
