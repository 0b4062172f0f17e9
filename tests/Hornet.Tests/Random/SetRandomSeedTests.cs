using Hornet.Initializers;
using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SetRandomSeedTests
{
    [Fact]
    public void What_follows_is_the_references() => CorpusCalls.All(
        Corpus.Cases("random", "set_random_seed"),
        line =>
        {
            Keras.ClearSession();
            Keras.Utils.SetRandomSeed(line["set_random_seed"].Integer());
            Initializer? initializer = null;
            foreach (var step in line["steps"].Items())
            {
                if (!TryRun(line, step, ref initializer, out var difference) || difference is not null)
                {
                    return difference; // what comes after a class that is not yet draws other numbers
                }
            }

            return null;
        });

    private static bool TryRun(
        CorpusCase line, CorpusNode step, ref Initializer? initializer, out string? difference)
    {
        difference = null;
        var what = step["do"].Text();
        switch (what)
        {
            case "make_default_seed":
                var seed = Session.Current.Random.MakeDefaultSeed();
                difference = seed == step["out"].Integer() ? null : $"{line.Id}: {seed}";
                return true;
            case "initializer" or "initializer_again":
                initializer = what == "initializer" ? Make<Initializer>(step) : initializer;
                Shape shape = [.. step["shape"].Items().Select(axis => (int?)axis.Integer())];
                difference = initializer is null ? null
                    : CorpusCalls.Difference(line, step["out"], initializer.Apply(shape));
                return initializer is not null;
            case "call_layer":
                return TryCall(line, step, out difference);
            case var name when name.StartsWith("random.", StringComparison.Ordinal):
                difference = CorpusCalls.Difference(line, step["out"], new CorpusCalls().Call(name, step))
                    ?? CorpusCalls.Difference(line, step["state"], Session.Current.Random.Global.State.Value);
                return true;
            default:
                return false;
        }
    }

    private static bool TryCall(CorpusCase line, CorpusNode step, out string? difference)
    {
        difference = null;
        if (Make<Layer>(step) is not { } layer)
        {
            return false;
        }

        difference = CorpusCalls.Difference(line, step["seed_state"], layer.Variables[0].Value);
        var input = CorpusCalls.TensorOf((CorpusArray)step["args"].Items()[0].Value());
        foreach (var expected in step["out"].Items())
        {
            difference ??= CorpusCalls.Difference(line, expected, layer.Apply(input, training: true));
        }

        return true;
    }

    private static T? Make<T>(CorpusNode step)
        where T : class
    {
        var type = typeof(T).Assembly.GetType($"{typeof(T).Namespace}.{step["class"].Text()}");
        var arguments = step.Find("kwargs")?.Map() ?? CorpusMap.Empty;
        return type is null ? null
            : (T)new CallBinder(new CorpusCalls()).Bind(type.GetConstructors(), [], arguments).Invoke()!;
    }
}
