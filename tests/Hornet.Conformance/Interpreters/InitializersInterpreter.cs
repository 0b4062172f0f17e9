using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Initializers;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Makes initial values, and finds initializers by their names.</summary>
internal sealed class InitializersInterpreter : Interpreter
{
    public override string Category => "initializers";

    public override Verdict Run(CorpusCase line) => line.Root.Find("do")?.Text() switch
    {
        "get" => Get(line),
        "config" => Config(line),
        _ => Values(line),
    };

    private static Verdict Get(CorpusCase line)
    {
        if (line.Root.Find("out") is { IsNull: false } expected)
        {
            RequireClass(expected.Text());
        }

        return Judge.Compare(line, () => KerasRegistry.Get<Initializer>(line["name"].Text()).GetType().Name);
    }

    private static Verdict Config(CorpusCase line)
    {
        RequireClass(line["class"].Text());
        var made = KerasRegistry.Get<Initializer>(line["class"].Text());
        return Verdict.Of(
            Difference(line, made.GetConfig(), "config")
            ?? Difference(line, KerasRegistry.SerializeObject(made), "serialized"));
    }

    private static Verdict Values(CorpusCase line)
    {
        RequireClass(line["class"].Text());
        Shape shape = [.. line["shape"].Items().Select(axis => (int?)axis.Integer())];
        DType? dtype = line["dtype"].IsNull ? null : DTypes.Parse(line["dtype"].Text());
        Initializer? initializer = null;
        var field = line.Has("outs") ? "outs" : "out";
        var verdict = Judge.Compare(
            line,
            () =>
            {
                initializer = KerasObjects.New<Initializer>(line["class"].Text(), line.Map("init"));
                return line.Has("outs")
                    ? (object)line["outs"].Items().Select(_ => initializer.Apply(shape, dtype)).ToArray()
                    : initializer.Apply(shape, dtype);
            },
            field);
        return verdict.Outcome == Outcome.Passed && line.Root.Find("config") is { IsNull: false }
            ? Verdict.Of(Difference(line, initializer!.GetConfig(), "config"), verdict.Received)
            : verdict;
    }

    private static string? Difference(CorpusCase line, JsonNode config, string field) => JsonCompare.Difference(
        JsonSerializer.SerializeToElement(KerasObjects.Json(line[field].ValueOrMap())),
        JsonSerializer.SerializeToElement(config),
        field);

    private static void RequireClass(string name)
    {
        if (typeof(Initializer).Assembly.GetType($"Hornet.Initializers.{name}") is null)
        {
            throw new NotYetException($"keras.initializers.{name}");
        }
    }
}
