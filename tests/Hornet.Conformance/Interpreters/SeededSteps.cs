using System.Text.Json.Nodes;
using Hornet.Initializers;
using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>What follows a <c>set_random_seed</c>, step by step: each takes its share of the numbers.</summary>
internal sealed class SeededSteps(CorpusCase line)
{
    private readonly PythonRandom _python = new(line["set_random_seed"].Integer());
    private readonly NumpyRandom _numpy = new(line["set_random_seed"].Integer());
    private Initializer? _initializer;

    public Verdict Run()
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(line["set_random_seed"].Integer());
        return Verdict.Of(
            line["steps"].Items().Select(Difference).FirstOrDefault(difference => difference is not null));
    }

    private string? Difference(CorpusNode item)
    {
        var step = item.Find("m") ?? item;
        var what = step["do"].Text();
        return what switch
        {
            "make_default_seed" => Compare(step, Hornet.Session.Current.Random.MakeDefaultSeed()),
            "initializer" or "initializer_again" => Initial(step, isNew: what == "initializer"),
            "layer" => Compare(step, Build(step)),
            "call_layer" => Call(step),
            "model" => Compare(step, MakeModel(step)),
            "py.random" => Compare(step, Repeat(step, () => _python.Random())),
            "py.randint_1_1e9" => Compare(step, Repeat(step, () => _python.RandInt(1, 1_000_000_000))),
            "np.random.rand" => CompareNumpy(step, () => _numpy.RandomSample()),
            "np.random.randint_0_1000" => CompareNumpy(step, () => _numpy.RandInt(0, 1000)),
            "np.random.permutation_10" => CompareNumpy(step, new Queue<int>(_numpy.Permutation(10)).Dequeue),
            "np.random.normal" => null, // nothing in Keras draws these
            _ when what.StartsWith("random.", StringComparison.Ordinal) => Draw(step),
            _ => throw new NotYetException($"the step {what} of the category random"),
        };
    }

    private string? Draw(CorpusNode step) =>
        Compare(step, Functions.Of("random", step["do"].Text()).Call(
            new HornetBinder(), ((CorpusSequence)step["args"].Value()).Items, step["kwargs"].Map()))
        ?? Compare(step, Hornet.Session.Current.Random.Global.State.Value, "state");

    private string? Initial(CorpusNode step, bool isNew)
    {
        _initializer = isNew ? KerasObjects.New<Initializer>(step["class"].Text(), CorpusMap.Empty) : _initializer!;
        return Compare(step, _initializer.Apply(ShapeOf(step["shape"])));
    }

    private static Tensor[] Build(CorpusNode step)
    {
        var layer = KerasObjects.New<Layer>(step["class"].Text(), step["kwargs"].Map());
        _ = layer is BaseMultiHeadAttention attention
            ? attention.Apply(Ops.Zeros(ShapeOf(step["shape"][0])), Ops.Zeros(ShapeOf(step["shape"][1])))
            : layer.Apply(Ops.Zeros(ShapeOf(step["shape"])));
        return [.. layer.Weights.Select(weight => weight.Value)];
    }

    private string? Call(CorpusNode step)
    {
        var layer = KerasObjects.New<Layer>(step["class"].Text(), step["kwargs"].Map());
        var input = new HornetBinder().TensorOf(step["args"][0].Value())!;
        return Compare(step, layer.Variables[0].Value, "seed_state")
            ?? Compare(step, step["out"].Items().Select(_ => layer.Apply(input, training: true)).ToArray());
    }

    private static Tensor[] MakeModel(CorpusNode step)
    {
        var model = new JsonObject
        {
            ["module"] = "keras",
            ["class_name"] = "Sequential",
            ["config"] = KerasObjects.Json(step["o"].ValueOrMap()),
        };
        return [.. KerasObjects.Make<Layer>(model).Weights.Select(weight => weight.Value)];
    }

    private static object[] Repeat<T>(CorpusNode step, Func<T> draw) =>
        [.. step["out"].Items().Select(_ => (object)draw()!)];

    private string? CompareNumpy<T>(CorpusNode step, Func<T> draw)
        where T : notnull
    {
        var expected = (CorpusArray)step["out"].Value();
        double[] received = [.. expected.ToDoubles().Select(_ => Convert.ToDouble(draw(), null))];
        return Compare(step, CorpusArray.FromDoubles(expected.DType, expected.Shape, received));
    }

    private string? Compare(CorpusNode step, object? received, string field = "out") => CorpusCompare.Difference(
        step[field].Value(), Actual.Of(received), line.Tolerances, $"{step["do"].Text()} {field}");

    private static Shape ShapeOf(CorpusNode shape) => [.. shape.Items().Select(axis => (int?)axis.Integer())];
}
