using System.Collections;
using System.Text.Json;
using Hornet.Conformance;
using Hornet.Optimizers;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Every model of the reference cases leads to the same bits compiled and op by op.</summary>
public sealed class CompiledCorpusTests
{
    private static readonly Dictionary<string, CorpusCase> s_training = Cases("training", _ => true);

    // A Sequential that was never built has no shapes to call it with.
    private static readonly Dictionary<string, CorpusCase> s_models = Cases("models", line =>
        line.Error is null && line.Root.Find("facts")?.Find("inputs")?.Raw.ValueKind == JsonValueKind.Array);

    public static TheoryData<string> Trained => [.. s_training.Keys.Where(id => s_training[id].Error is null)];

    public static TheoryData<string> Refused => [.. s_training.Keys.Where(id => s_training[id].Error is not null)];

    public static TheoryData<string> Models => [.. s_models.Keys];

    [Theory]
    [MemberData(nameof(Trained))]
    public void Training_leads_where_it_leads_op_by_op(string id) =>
        Compare(eagerly => Train(s_training[id], eagerly));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Training_is_refused_as_it_is_op_by_op(string id)
    {
        var eagerly = Record.Exception(() => Train(s_training[id], runEagerly: true));
        var compiled = Record.Exception(() => Train(s_training[id], runEagerly: false));

        Assert.NotNull(eagerly);
        Assert.Equal((eagerly.GetType(), eagerly.Message), (compiled?.GetType(), compiled?.Message));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Models_predict_and_learn_as_they_do_op_by_op(string id) =>
        Compare(eagerly => Use(s_models[id], eagerly));

    private static Dictionary<string, CorpusCase> Cases(string category, Func<CorpusCase, bool> isWanted) =>
        new CorpusFolder(Repository.PathOf("tests", "corpus")).Cases(category).Where(isWanted)
            .ToDictionary(line => line.Id);

    private static Dictionary<string, object?> Train(CorpusCase line, bool runEagerly)
    {
        var (model, results) = TrainingCase.Run(line, runEagerly);
        results["variables"] = States(model.Variables);
        results["optimizer"] = States(model.Optimizer!.Variables);
        results["metrics"] = States(model.Metrics.SelectMany(metric => metric.Variables));
        return results;
    }

    private static Dictionary<string, object?> Use(CorpusCase line, bool runEagerly)
    {
        var results = new Dictionary<string, object?>();
        var verdict = ProgramCase.Run(line, (_, model) =>
        {
            var inputs = line.Has("in") ? ModelsInterpreter.Prepare(line, model!) : Nested.List<Tensor>(
                [.. model!.Inputs.Select(input => Compiled.Values([2, .. input.Shape[1..]], input.DType))]);
            results["predict"] = runEagerly ? model!.ApplyMany(inputs, training: false) : model!.PredictOnBatch(inputs);
            results["steps"] = Steps(model, inputs, runEagerly);
            results["variables"] = States(model.Variables);
            return null;
        });
        return verdict.Outcome == Outcome.NotYet ? throw new NotYetException(verdict.Text) : results;
    }

    // What a model gives, and two steps of Adam, by functions that are compiled like any other.
    private static Tensor[][] Steps(Model model, Nested<Tensor> inputs, bool runEagerly)
    {
        Func<Tensor[], Tensor[]> Made(Func<Tensor[], Tensor[]> step) => runEagerly ? step : Keras.Jit(step);
        Tensor[] given = [.. inputs.Flatten().Where(input => input is not null)];
        var forward = Made(flat => [.. model.ApplyMany(inputs.Pack(flat), training: false).Flatten()]);
        if (model.TrainableWeights is not { Count: > 0 } weights)
        {
            return [forward(given)];
        }

        var optimizer = new Adam(0.01);
        optimizer.Build(weights);
        var step = Made(flat =>
        {
            using var tape = new GradientTape();
            var loss = Loss(model.ApplyMany(inputs.Pack(flat), training: true).Flatten());
            var gradients = tape.Gradients(loss, weights);
            optimizer.Apply(gradients, weights);
            return [loss, .. gradients.OfType<Tensor>()];
        });
        return [forward(given), step(given), step(given), States(optimizer.Variables)];
    }

    private static Tensor Loss(List<Tensor> outputs) => outputs
        .Where(output => output.DType is DType.Float32 or DType.Float16 or DType.BFloat16)
        .Select(output => Ops.Mean(Ops.Square(Ops.Cast(output, DType.Float32) - 0.5f)))
        .Aggregate((sum, loss) => sum + loss);

    private static Tensor[] States(IEnumerable<Variable> variables) => [.. variables.Select(one => one.Value)];

    private static void Compare(Func<bool, Dictionary<string, object?>> run)
    {
        using var scope = new TensorScope();
        Dictionary<string, object?> eagerly;
        try
        {
            eagerly = run(true);
        }
        catch (NotYetException)
        {
            return; // counted by ConformanceTests, whose baseline says how many cases run
        }

        var (expected, actual) = (Leaves(eagerly, "").ToArray(), Leaves(run(false), "").ToArray());
        Assert.Equal(expected.Select(leaf => leaf.Path), actual.Select(leaf => leaf.Path));
        foreach (var (want, got) in expected.Zip(actual))
        {
            if (want.Value is Tensor tensor)
            {
                Compiled.AreSameBits(tensor, (Tensor)got.Value!, want.Path);
            }
            else
            {
                Assert.True(Equals(want.Value, got.Value), $"{want.Path} is {got.Value}, eagerly {want.Value}");
            }
        }
    }

    private static IEnumerable<(string Path, object? Value)> Leaves(object? value, string path) => value switch
    {
        string or Tensor => [(path, value)],
        Nested<Tensor> { IsLeaf: true } leaf => Leaves(leaf.Value, path),
        IDictionary entries => entries.Keys.Cast<object>().SelectMany(key => Leaves(entries[key], $"{path}/{key}")),
        IEnumerable items => items.Cast<object?>().SelectMany((item, i) => Leaves(item, $"{path}[{i}]")),
        _ => [(path, value)],
    };
}
