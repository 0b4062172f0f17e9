using System.Runtime.CompilerServices;
using Hornet.Serialization;

namespace Hornet.Tests;

public class FromConfigTests
{
    // One layer with every kind of parameter; what it holds is printed as its configuration.
    private const string Source = """
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json.Nodes;
        using Fakes;
        using Hornet;
        using Hornet.Serialization;

        namespace App
        {
            [RegisterKerasSerializable("from_config")]
            public sealed partial class Numbers(
                int units, long seed = 1L << 40, double rate = 0.5, float scale = 1e-7f, bool on = true,
                int? limit = null, double? top = double.PositiveInfinity, string mode = "min\n", string? label = "x",
                string? note = null,
                DType dtype = DType.Float32, DataFormat format = DataFormat.ChannelsFirst, DataFormat? other = null)
                : Layer
            {
                public int Units { get; } = units;
                public long Seed { get; } = seed;
                public double Rate { get; } = rate;
                public float Scale { get; } = scale;
                public bool On { get; } = on;
                public int? Limit { get; } = limit;
                public double? Top { get; } = top;
                public string Mode { get; } = mode;
                public string? Label { get; } = label;
                public string? Note { get; } = note;
                public DType Dtype { get; } = dtype;
                public DataFormat Format { get; } = format;
                public DataFormat? Other { get; } = other;
            }

            [RegisterKerasSerializable("from_config")]
            public sealed partial class Collections(
                int[] a, IReadOnlyList<double> b, List<string?> c, (int, (int, double)) d, OwnAxes e, OwnAxes? f = null,
                IReadOnlyDictionary<string, int[]>? g = null, ImmutableArray<int?> h = default, (int, int)? i = null,
                JsonNode? j = null, List<int[]>? k = null, params Layer[] layers) : Layer
            {
                public int[] A { get; } = a;
                public IReadOnlyList<double> B { get; } = b;
                public List<string?> C { get; } = c;
                public (int, (int, double)) D { get; } = d;
                public OwnAxes E { get; } = e;
                public OwnAxes? F { get; } = f;
                public IReadOnlyDictionary<string, int[]>? G { get; } = g;
                public ImmutableArray<int?> H { get; } = h.IsDefault ? [] : h;
                public (int, int)? I { get; } = i;
                public JsonNode? J { get; } = j;
                public List<int[]>? K { get; } = k;
                public Layer[] Layers { get; } = layers;
            }

            [RegisterKerasSerializable("from_config")]
            public sealed partial class Old(int units) : Layer
            {
                public int Units { get; } = units;

                private static void UpgradeConfig(ConfigReader config) => config.Rename("output_dim", "units");
            }

            [RegisterKerasSerializable("from_config")]
            public sealed partial class Wrapper(Layer layer, Layer? second = null, object? any = null) : Layer
            {
                public Layer Layer { get; } = layer;
                public Layer? Second { get; } = second;
                public object? Any { get; } = any;
            }
        }
        """;

    private static readonly bool s_loaded = Load();

    private static bool Load()
    {
        var module = Compiler.Load(Source).ManifestModule;
        RuntimeHelpers.RunModuleConstructor(module.ModuleHandle);
        return true;
    }

    private static string RoundTrip(string className, string config)
    {
        Assert.True(s_loaded);
        var read = KerasRegistry.Deserialize(ConfigJson.Parse(
            $$"""{"class_name": "from_config>{{className}}", "config": {{config}}}"""));
        return ConfigJson.Write(((IKerasSerializable)read!).GetConfig());
    }

    private static string Refused(string className, string config) =>
        Assert.Throws<KerasSerializationException>(() => RoundTrip(className, config)).Message;

    private static void ComesBack(string className, string config) =>
        Assert.Equal(ConfigJson.Write(ConfigJson.Parse(config)), RoundTrip(className, config));

    [Fact]
    public void A_missing_key_means_the_parameters_default() => Assert.Equal(
        ConfigJson.Write(ConfigJson.Parse("""
            {
                "name": "layer", "trainable": true, "units": 3, "seed": 1099511627776, "rate": 0.5, "scale": 1e-07,
                "on": true, "limit": null, "top": Infinity, "mode": "min\n", "label": "x", "note": null,
                "dtype": "float32", "format": "channels_first", "other": null
            }
            """)),
        RoundTrip("Numbers", """{"units": 3}"""));

    [Fact]
    public void Every_kind_of_number_and_text_comes_back() => ComesBack("Numbers", """
        {
            "name": "layer", "trainable": false, "units": -3, "seed": 7, "rate": 1.0, "scale": 0.1, "on": false,
            "limit": 4, "top": null, "mode": "max", "label": null, "note": "é", "dtype": "float8_e4m3fn",
            "format": "channels_last", "other": "channels_first"
        }
        """);

    [Theory]
    [InlineData("""
        {
            "name": "layer", "trainable": true, "a": [1, 2], "b": [1.0, 0.5], "c": ["x", null], "d": [1, [2, 0.5]],
            "e": [0], "f": [1, 2], "g": {"k": [1]}, "h": [null, 3], "i": [1, 2], "j": {"any": [1.0]}, "k": [[1], []],
            "layers": []
        }
        """)]
    [InlineData("""
        {
            "name": "layer", "trainable": true, "a": [], "b": [], "c": [], "d": [1, [2, 0.5]], "e": [], "f": null,
            "g": null, "h": [], "i": null, "j": null, "k": null, "layers": []
        }
        """)]
    public void Every_kind_of_collection_comes_back(string config) => ComesBack("Collections", config);

    [Fact]
    public void Nested_objects_come_back()
    {
        const string inner = """
            {
                "module": null, "class_name": "Old", "config": {"name": "layer", "trainable": true, "units": 2},
                "registered_name": "from_config>Old"
            }
            """;
        ComesBack("Wrapper", $$"""
            {"name": "layer", "trainable": true, "layer": {{inner}}, "second": null, "any": [1, {{inner}}]}
            """);
    }

    [Fact]
    public void Integers_are_taken_for_floats() =>
        Assert.Contains("\"rate\": 1.0", RoundTrip("Numbers", """{"units": 3, "rate": 1}"""), StringComparison.Ordinal);

    [Fact]
    public void Old_keys_are_brought_up_to_date() =>
        Assert.Contains("\"units\": 9", RoundTrip("Old", """{"output_dim": 9}"""), StringComparison.Ordinal);

    [Fact]
    public void Unknown_keys_are_named_and_the_known_ones_too() => Assert.Equal(
        "Wrapper.layer (Old): unrecognized configuration keys: foo. Expected: units, name, trainable.",
        Refused("Wrapper", """
            {"layer": {"class_name": "Old", "registered_name": "from_config>Old", "config": {"units": 1, "foo": 2}}}
            """));

    [Fact]
    public void A_missing_key_is_named() => Assert.Equal(
        "Numbers: the configuration lacks the key 'units'. Received the keys: on.",
        Refused("Numbers", """{"on": true}"""));

    [Theory]
    [InlineData("""{"units": "ten"}""", "Numbers.units: Expected an integer. Received: \"ten\".")]
    [InlineData("""{"units": 1.0}""", "Numbers.units: Expected an integer. Received: 1.0.")]
    [InlineData("""{"units": true}""", "Numbers.units: Expected an integer. Received: true.")]
    [InlineData("""{"units": null}""", "Numbers.units: Expected an integer. Received: null.")]
    [InlineData("""{"units": 3000000000}""", "an integer from -2147483648 to 2147483647. Received: 3000000000.")]
    [InlineData("""{"units": 1, "rate": "high"}""", "Numbers.rate: Expected a number. Received: \"high\".")]
    [InlineData("""{"units": 1, "on": 1}""", "Numbers.on: Expected true or false. Received: 1.")]
    [InlineData("""{"units": 1, "mode": null}""", "Numbers.mode: Expected a text. Received: null.")]
    [InlineData("""{"units": 1, "mode": [1, 2]}""", "Numbers.mode: Expected a text. Received: a list of 2 items.")]
    [InlineData("""{"units": 1, "format": "mid"}""", "one of \"channels_last\", \"channels_first\". Received: \"mid")]
    [InlineData("""{"units": 1, "dtype": "int3"}""", "Numbers.dtype: Expected one of \"float32\", ")]
    public void Values_of_another_type_are_refused(string config, string message) =>
        Assert.Contains(message, Refused("Numbers", config), StringComparison.Ordinal);

    [Theory]
    [InlineData("d", "[1]", "Collections.d: Expected a list of 2 items. Received: a list of 1 items.")]
    [InlineData("d", "[1, [2, true]]", "Collections.d[1][1]: Expected a number. Received: true.")]
    [InlineData("a", "5", "Collections.a: Expected a list. Received: 5.")]
    [InlineData("a", "[1, {\"x\": 2}]", "a[1]: Expected an integer. Received: a dictionary with the keys x.")]
    [InlineData("g", "[1]", "Collections.g: Expected a dictionary. Received: a list of 1 items.")]
    [InlineData("layers", "[{\"class_name\": \"Nothing\", \"config\": {}}]", "layers[0]: Unknown class \"Nothing\"")]
    [InlineData("layers", "[3]", "Collections.layers[0]: Expected a Layer: its configuration or name. Received: 3.")]
    public void The_place_of_a_wrong_value_is_named(string key, string value, string message)
    {
        var config = ConfigJson.Parse("""{"a": [], "b": [], "c": [], "d": [1, [2, 0.5]], "e": []}""")!;
        config[key] = ConfigJson.Parse(value);

        Assert.Contains(message, Refused("Collections", ConfigJson.Write(config)), StringComparison.Ordinal);
    }
}
