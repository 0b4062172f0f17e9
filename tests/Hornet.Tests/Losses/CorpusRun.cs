using System.Text.Json.Nodes;
using Hornet.Conformance;
using Hornet.Losses;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Runs all reference cases of a group, of classes and functions that exist.</summary>
internal static class CorpusRun
{
    /// <summary>Fails with the cases that failed, or where nothing ran.</summary>
    public static void Hold(string category, string group, Func<CorpusCase, Verdict> run)
    {
        var verdicts = Corpus.Cases(category, group).Select(line => (line.Where, Verdict: Run(line, run))).ToArray();
        var failures = verdicts.Where(item => item.Verdict.Outcome == Outcome.Failed).ToArray();
        Assert.True(
            failures.Length == 0,
            $"{failures.Length} of {verdicts.Length} cases failed. " +
            string.Join('\n', failures.Take(25).Select(item => $"{item.Where}: {item.Verdict.Text}")));
        Assert.Contains(verdicts, item => item.Verdict.Outcome == Outcome.Passed);
    }

    /// <summary>The object of a field <c>{"o": config}</c>.</summary>
    public static T Make<T>(CorpusCase line, string field)
        where T : class
    {
        var config = JsonNode.Parse(line[field]["o"].Raw.GetRawText())!;
        var name = config["class_name"]!.GetValue<string>();
        return Exists(config["module"]!.GetValue<string>(), name)
            ? KerasRegistry.Deserialize<T>(config)!
            : throw new NotYetException(name);
    }

    /// <summary>An array, a list or a number as a tensor; null for all else.</summary>
    public static Tensor? TensorOf(CorpusNode node) => node.Value() switch
    {
        CorpusArray array => CorpusTensors.Of(array),
        CorpusFloat number => number.Value,
        CorpusInt number => (int)number.Value,
        CorpusSequence list => new HornetBinder().TensorOf(list),
        _ => null,
    };

    /// <summary>What becomes of a constructor that is refused, or of a name that means a class or nothing.</summary>
    public static Verdict Identify<T>(CorpusCase line)
        where T : class
    {
        if (line.Root.Find("ctor") is { } ctor)
        {
            return Construct<T>(line, ctor);
        }

        var identifier = line["identifier"].Text();
        // Keras left it out of what its get function knows.
        if (identifier.Replace("_", "", StringComparison.Ordinal).Equals(
            nameof(CategoricalGeneralizedCrossEntropy), StringComparison.OrdinalIgnoreCase))
        {
            return new Verdict(Outcome.Informational);
        }

        if (line.Error is not null)
        {
            return Judge.Compare(line, () => $"{KerasRegistry.Get<T>(identifier)}");
        }

        var gives = line["gives"];
        var expected = gives.Find("class")?.Text() ?? Hornet.Testing.KerasNames.ToPascalCase(gives["function"].Text());
        if (!Exists(line.Category == "losses" ? "keras.losses" : "keras.metrics", expected, ignoreCase: true))
        {
            throw new NotYetException(expected);
        }

        var received = KerasRegistry.Get<T>(identifier).GetType().Name;
        return string.Equals(received, expected, StringComparison.OrdinalIgnoreCase)
            ? Verdict.Passed()
            : Verdict.Failed($"Expected {expected}. Received: {received}.");
    }

    private static Verdict Construct<T>(CorpusCase line, CorpusNode ctor)
        where T : class
    {
        var (module, name) = (ctor["module"].Text(), ctor["class"].Text());
        var config = new JsonObject
        {
            ["module"] = module,
            ["class_name"] = name,
            ["config"] = JsonNode.Parse(ctor["kwargs"].Raw.GetProperty("m").GetRawText()),
            ["registered_name"] = null,
        };
        return !Exists(module, name)
            ? throw new NotYetException(name)
            : Judge.Compare(line, () => $"{KerasRegistry.Deserialize<T>(config)}");
    }

    private static bool Exists(string module, string name, bool ignoreCase = false) =>
        KerasRegistry.Find(module, name) is not null
        || (ignoreCase && BuiltInObjects.All().Any(entry =>
            entry.Module == module && string.Equals(entry.ClassName, name, StringComparison.OrdinalIgnoreCase)));

    private static Verdict Run(CorpusCase line, Func<CorpusCase, Verdict> run)
    {
        using var scope = new TensorScope();
        try
        {
            var verdict = run(line);
            return line.Backend is not null && verdict.Outcome == Outcome.Failed
                ? verdict with { Outcome = Outcome.Informational }
                : verdict;
        }
        catch (NotYetException missing)
        {
            return new Verdict(Outcome.NotYet, missing.Missing);
        }
        catch (Exception error)
        {
            return Verdict.Failed($"{error.GetType().Name}: {error.Message}");
        }
    }
}
