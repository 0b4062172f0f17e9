using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Initializers;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class InitializerTests
{
    [Fact]
    public void The_values_are_the_references() => CorpusCalls.All(
        Corpus.Cases("initializers", "values").Where(line => Known(line["class"].Text())),
        line =>
        {
            var initializer = Make(line);
            Shape shape = [.. line["shape"].Items().Select(axis => (int?)axis.Integer())];
            DType? dtype = line["dtype"].IsNull ? null : DTypes.Parse(line["dtype"].Text());
            if (line.Has("outs"))
            {
                return line["outs"].Items()
                    .Select(expected => CorpusCalls.Difference(line, expected, initializer.Apply(shape, dtype)))
                    .FirstOrDefault(difference => difference is not null);
            }

            var values = initializer.Apply(shape, dtype);
            return line.Error is not null ? null
                : CorpusCalls.Difference(line, line["out"], values) ?? Config(line, initializer.GetConfig());
        });

    [Fact]
    public void The_names_are_the_references() => CorpusCalls.All(
        Corpus.Cases("initializers", "names").Where(IsOfNames),
        line =>
        {
            if (line["do"].Text() == "config")
            {
                var made = KerasRegistry.Get<Initializer>(line["class"].Text());
                return Config(line, made.GetConfig())
                    ?? Config(line, KerasRegistry.SerializeObject(made), "serialized");
            }

            var type = KerasRegistry.Get<Initializer>(line["name"].Text()).GetType().Name;
            return line.Error is not null || type == line["out"].Text() ? null : $"{line.Id}: {type}";
        });

    [Fact]
    public void What_was_written_is_read()
    {
        var seeds = new SeedGenerator(3, "seeds");
        Initializer initializer = new VarianceScaling(2.5, "fan_out", "uniform", seeds, [0], [1]);
        var again = KerasRegistry.Deserialize<Initializer>(KerasRegistry.SerializeObject(initializer))!;

        Assert.Equal(initializer.GetConfig().ToJsonString(), again.GetConfig().ToJsonString());
        Assert.Equal(initializer.Apply([4, 3]).ToArray<float>(), again.Apply([4, 3]).ToArray<float>());
    }

    private static Initializer Make(CorpusCase line)
    {
        var type = typeof(Initializer).Assembly.GetType($"Hornet.Initializers.{line["class"].Text()}")!;
        var call = new CallBinder(new CorpusCalls()).Bind(type.GetConstructors(), [], line.Map("init"));
        return (Initializer)call.Invoke()!;
    }

    private static bool Known(string name) =>
        typeof(Initializer).Assembly.GetType($"Hornet.Initializers.{name}") is { IsAbstract: false };

    // The base is abstract here, "constant" needs no value, and null is no name.
    private static bool IsOfNames(CorpusCase line) => line["do"].Text() == "config"
        ? Known(line["class"].Text())
        : !line["name"].IsNull && line["name"].Text() != "constant"
            && (line.Error is not null || Known(line["out"].Text()));

    private static string? Config(CorpusCase line, JsonObject config, string field = "config") =>
        JsonCompare.Difference(Plain(line[field].Raw), JsonSerializer.SerializeToElement(config), line.Id);

    private static JsonElement Plain(JsonElement json) =>
        JsonSerializer.SerializeToElement(Unwrap(JsonNode.Parse(json.GetRawText())));

    // Dictionaries stand as {"m": ...}.
    private static JsonNode? Unwrap(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } map when map["m"] is JsonObject inner => Unwrap(inner),
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Unwrap(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Unwrap)]),
        _ => node?.DeepClone(),
    };
}
