using Hornet.Constraints;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Applies constraints to weights.</summary>
internal sealed class ConstraintsInterpreter() : ObjectsInterpreter<Constraint>("constraint")
{
    public override string Category => "constraints";

    protected override Verdict Use(CorpusCase line) => Judge.Compare(
        line, () => Make(line).Apply(CorpusTensors.Of((CorpusArray)line.Value("x"))));
}
