using System.Reflection;
using System.Text.Json;

namespace Hornet.Tests;

/// <summary>What Hornet has of Keras's public API is computed, not claimed.</summary>
public sealed class KerasApiTests
{
    private static readonly Baseline s_file = new("KerasApi.txt");
    private static readonly IReadOnlyList<KerasObject> s_keras = KerasObject.ReadAll();
    private static readonly Coverage s_hornet = new(Assembly.Load("Hornet").GetExportedTypes());

    [Fact]
    public void Nothing_that_was_done_is_less_than_done() =>
        Rules.Hold(new KerasApiBaseline(s_file.ReadLines()).Regressions(s_keras, s_hornet),
            "Expected everything that Baselines/KerasApi.txt calls done. Keep Keras's names, in .NET's case.");

    [Fact]
    public void The_baseline_says_what_there_is() =>
        s_file.Check(new KerasApiBaseline(s_file.ReadLines()).Update(s_keras, s_hornet));

    [Fact]
    public void The_table_in_the_README_is_counted_from_the_baseline()
    {
        var path = Repository.PathOf("README.md");
        var baseline = new KerasApiBaseline(new KerasApiBaseline(s_file.ReadLines()).Update(s_keras, s_hornet));
        var text = File.ReadAllText(path);
        var expected = CoverageTable.Insert(text, CoverageTable.Of(baseline));
        if (Baseline.IsUpdating)
        {
            File.WriteAllText(path, expected);
            return;
        }

        Rules.Hold(expected.Split('\n').Except(text.Split('\n')),
            $"Expected these lines in README.md. To write them: {Baseline.HowToUpdate}");
    }

    [Theory]
    [InlineData("keras.layers.Dense", "done")]
    [InlineData("keras.layers.LSTM", "partial: missing seed, name")]
    [InlineData("keras.losses.Huber", "not yet")]
    [InlineData("keras.ops.log_softmax", "done")]
    [InlineData("keras.ops.image.resize", "partial: missing size")]
    [InlineData("keras.random.normal", "done")]
    [InlineData("keras.Layer", "done")]
    [InlineData("keras.metrics.mean_squared_error", "done")]
    [InlineData("keras.applications.resnet_v2.preprocess_input", "done")]
    [InlineData("keras.device", "will not: because")]
    public void A_status_follows_from_the_names(string name, string status)
    {
        var hornet = new Coverage(Fixture.Compile(Hornet).GetExportedTypes());
        var baseline = new KerasApiBaseline(
            ["keras.device\twill not: because", "keras.layers.*(lora_rank)\twill not: x"]);

        Assert.Contains($"{name}\t{status}", baseline.Update(Objects(), hornet));
    }

    [Fact]
    public void A_regression_is_what_was_done_and_is_not()
    {
        var baseline = new KerasApiBaseline(
            ["keras.losses.Huber\tdone", "keras.layers.LSTM\tdone", "keras.device\tnot yet"]);

        Assert.Equal(
            ["keras.layers.LSTM: was done, is partial: missing seed, name", "keras.losses.Huber: was done, is not yet"],
            baseline.Regressions(Objects(), new Coverage(Fixture.Compile(Hornet).GetExportedTypes())).Order());
    }

    [Fact]
    public void The_table_counts_by_module()
    {
        var baseline = new KerasApiBaseline(
            ["# x", "keras.layers.*(a)\twill not: x", "keras.Input\tdone", "keras.ops.abs\tpartial: missing x",
                "keras.ops.image.resize\tnot yet", "keras.ops.b\twill not: x"]);

        Assert.Equal(
            ["| `keras` | 1 | 1 | 0 | 0 | 0 |", "| `keras.ops` | 3 | 0 | 1 | 1 | 1 |",
                "| **all** | 4 | 1 | 1 | 1 | 1 |"],
            CoverageTable.Of(baseline).Skip(2));
    }

    private static IReadOnlyList<KerasObject> Objects()
    {
        using var json = JsonDocument.Parse(Keras);
        return KerasObject.Read(json.RootElement);
    }

    private const string Hornet = """
        namespace Hornet
        {
            public static class Ops
            {
                public static void LogSoftmax(int x, int axis = -1) { }
                public static void Resize(int images) { }
            }
            public static class Keras
            {
                public static class Random { public static void Normal(int shape, int n) { } }
                public static class Losses { public static void MeanSquaredError(int yTrue) { } }
                public static class Applications
                {
                    public static class ResNetV2 { public static void PreprocessInput(int x) { } }
                }
            }
        }
        namespace Hornet.Metrics { public sealed class Huber { } }
        namespace Hornet.Layers
        {
            public abstract class Layer
            {
                protected Layer(string name) { }
                public bool Trainable { get; set; }
            }
            public sealed class Dense(int units, string name) : Layer(name);
            public sealed class LSTM(int units) : Layer("");
        }
        """;

    private const string Keras = """
        [
        {"name": "keras.layers.Dense", "kind": "class", "aliases": [], "bases": ["keras.Layer"],
         "config": ["name", "units"],
         "signature": [{"name": "units", "kind": "any"}, {"name": "lora_rank", "kind": "any"},
                       {"name": "kwargs", "kind": "var_keyword"}]},
        {"name": "keras.layers.LSTM", "kind": "class", "aliases": [], "bases": ["keras.Layer"], "config": ["name"],
         "signature": [{"name": "units", "kind": "any"}, {"name": "seed", "kind": "any"},
                       {"name": "kwargs", "kind": "var_keyword"}]},
        {"name": "keras.losses.Huber", "kind": "class", "aliases": [], "signature": []},
        {"name": "keras.Layer", "kind": "class", "aliases": ["keras.layers.Layer"],
         "signature": [{"name": "name", "kind": "keyword"}, {"name": "trainable", "kind": "keyword"}]},
        {"name": "keras.ops.log_softmax", "kind": "function", "aliases": ["keras.ops.nn.log_softmax"],
         "signature": [{"name": "x", "kind": "any"}, {"name": "axis", "kind": "any"}]},
        {"name": "keras.ops.image.resize", "kind": "function", "aliases": [],
         "signature": [{"name": "images", "kind": "any"}, {"name": "size", "kind": "any"}]},
        {"name": "keras.random.normal", "kind": "function", "aliases": [],
         "signature": [{"name": "shape", "kind": "any"}, {"name": "N", "kind": "any"}]},
        {"name": "keras.metrics.mean_squared_error", "kind": "function", "aliases": ["keras.losses.mean_squared_error"],
         "signature": [{"name": "y_true", "kind": "any"}]},
        {"name": "keras.applications.resnet_v2.preprocess_input", "kind": "function", "aliases": [],
         "signature": [{"name": "x", "kind": "any"}]},
        {"name": "keras.device", "kind": "function", "aliases": [], "signature": []}
        ]
        """;
}
