using Hornet.Regularizers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Computes penalties and their gradients.</summary>
internal sealed class RegularizersInterpreter() : ObjectsInterpreter<Regularizer>("regularizer")
{
    public override string Category => "regularizers";

    protected override Verdict Use(CorpusCase line)
    {
        var x = CorpusTensors.Of((CorpusArray)line.Value("x"));
        var verdict = Judge.Compare(line, () => Make(line).Apply(x));
        return verdict.Outcome == Outcome.Passed && line.Has("grad")
            ? Judge.Compare(line, () => Gradient(Make(line), x), "grad")
            : verdict;
    }

    private static Tensor Gradient(Regularizer regularizer, Tensor x)
    {
        using var tape = new GradientTape();
        tape.Watch(x);
        return tape.Gradient(regularizer.Apply(x), x);
    }
}
