using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Computes losses and their gradients, as objects and as functions.</summary>
internal sealed class LossesInterpreter : Interpreter
{
    public override string Category => "losses";

    public override Verdict Run(CorpusCase line) =>
        line.Has("y_true") && line.Has("loss") ? RunObject(line)
        : line.Has("function") ? RunFunction(line)
        : NamedObjects.Run<Loss>(line, "loss");

    private static Verdict RunObject(CorpusCase line)
    {
        var loss = KerasObjects.Make<Loss>(line, "loss");
        var difference = CorpusCompare.Difference(
            new CorpusObject(line["loss"]["o"]["config"].Raw), loss.GetConfig(), where: "config");
        return difference is not null ? Verdict.Failed(difference) : Differentiate(line, (binder, yTrue, yPred) =>
        {
            yPred.KerasMask = Tensor(binder, line, "mask");
            return loss.Apply(yTrue, yPred, Tensor(binder, line, "sample_weight"));
        });
    }

    private static Verdict RunFunction(CorpusCase line)
    {
        var function = Functions.Of("losses", line["function"].Text());
        CorpusValue[] args = [line.Value("y_true"), line.Value("y_pred")];
        return Differentiate(line, args, (binder, _, _) => (Tensor)function.Call(binder, args, line.Map("params"))!);
    }

    private static Verdict Differentiate(CorpusCase line, Func<HornetBinder, Tensor, Tensor, Tensor> loss) =>
        Differentiate(line, [line.Value("y_true"), line.Value("y_pred")], loss);

    // Σ loss · cotangent, by the predictions. Of what is not a number the gradient is not either.
    private static Verdict Differentiate(
        CorpusCase line, CorpusValue[] args, Func<HornetBinder, Tensor, Tensor, Tensor> loss)
    {
        var binder = new HornetBinder();
        Tensor? gradient = null;
        var verdict = Judge.Compare(line, () =>
        {
            var (yTrue, yPred) = (Number(binder, args[0])!, Number(binder, args[1])!);
            using var tape = new GradientTape();
            tape.Watch(yPred);
            var losses = loss(binder, yTrue, yPred);
            gradient = Tensor(binder, line, "cotangent") is { } cotangent
                ? tape.Gradients(Ops.Sum(losses * cotangent), [yPred])[0]
                : null;
            return losses;
        });
        var isNumber = args[1] is not CorpusArray array || !array.ToDoubles().Any(double.IsNaN);
        return verdict.Outcome == Outcome.Passed && gradient is not null && line.Has("grad") && isNumber
            ? Verdict.Of(CorpusCompare.Difference(line.Value("grad"), Actual.Of(gradient), line.Tolerances, "grad"))
            : verdict;
    }

    private static Tensor? Tensor(HornetBinder binder, CorpusCase line, string field) =>
        line.Has(field) ? Number(binder, line.Value(field)) : null;

    private static Tensor? Number(HornetBinder binder, CorpusValue value) => value switch
    {
        CorpusFloat number => number.Value,
        CorpusInt number => (int)number.Value,
        _ => binder.TensorOf(value),
    };
}
