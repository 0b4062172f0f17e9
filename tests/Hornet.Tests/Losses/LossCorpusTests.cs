using Hornet.Conformance;
using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>All reference cases of losses: values and gradients, as objects and as functions.</summary>
public sealed class LossCorpusTests
{
    [Fact]
    public void Losses_give_what_Keras_gives() => CorpusRun.Hold("losses", "classes", line =>
    {
        var loss = CorpusRun.Make<Loss>(line, "loss");
        var config = CorpusCompare.Difference(
            new CorpusObject(line["loss"]["o"]["config"].Raw), loss.GetConfig(), where: "config");
        // Keras's symbolic op takes classes along any axis, its eager one along the last: Hornet along any.
        var isGenerous = line.Error is not null && loss is SparseCategoricalCrossentropy { Axis: not -1 };
        return config is not null || isGenerous
            ? new Verdict(isGenerous ? Outcome.Informational : Outcome.Failed, config ?? "")
            : Differentiate(
                line,
                (yTrue, yPred) =>
                {
                    yPred.KerasMask = Find(line, "mask");
                    return loss.Apply(yTrue, yPred, Find(line, "sample_weight"));
                },
                Find(line, "y_true")!,
                Find(line, "y_pred")!);
    });

    [Fact]
    public void Functions_give_what_Keras_gives() => CorpusRun.Hold("losses", "functions", line =>
    {
        var function = Functions.Of("losses", line["function"].Text());
        var binder = new HornetBinder();
        CorpusValue[] args = [line.Value("y_true"), line.Value("y_pred")]; // of one value there is one tensor
        return Differentiate(
            line,
            (_, _) => (Tensor)function.Call(binder, args, line.Map("params"))!,
            binder.TensorOf(args[0])!,
            binder.TensorOf(args[1])!);
    });

    [Fact]
    public void Names_mean_what_they_mean_to_Keras() =>
        CorpusRun.Hold("losses", "objects", CorpusRun.Identify<Loss>);

    private static Verdict Differentiate(
        CorpusCase line, Func<Tensor, Tensor, Tensor> loss, Tensor yTrue, Tensor yPred)
    {
        Tensor? gradient = null;
        var verdict = Judge.Compare(line, () =>
        {
            using var tape = new GradientTape();
            tape.Watch(yPred);
            var losses = loss(yTrue, yPred);
            gradient = line.Has("cotangent")
                ? tape.Gradients(Ops.Sum(losses * Find(line, "cotangent")!), [yPred])[0]
                : null;
            return losses;
        });
        var isNumber = line.Value("y_pred") is not CorpusArray array || !array.ToDoubles().Any(double.IsNaN);
        return verdict.Outcome == Outcome.Passed && gradient is not null && line.Has("grad") && isNumber
            ? Verdict.Of(CorpusCompare.Difference(line.Value("grad"), Actual.Of(gradient), line.Tolerances, "grad"))
            : verdict;
    }

    private static Tensor? Find(CorpusCase line, string field) =>
        line.Root.Find(field) is { } node ? CorpusRun.TensorOf(node) : null;
}
