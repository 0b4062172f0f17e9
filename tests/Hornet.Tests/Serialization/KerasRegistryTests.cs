using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Tests;

public class KerasRegistryTests
{
    static KerasRegistryTests() => FakeObjects.Register();

    private static T? Read<T>(string json)
        where T : class => KerasRegistry.Deserialize<T>(ConfigJson.Parse(json));

    private static string Refused<T>(string json)
        where T : class => Assert.Throws<KerasSerializationException>(() => Read<T>(json)).Message;

    private static string Write(object? value) => ConfigJson.Write(KerasRegistry.Serialize(value));

    [Fact]
    public void A_class_of_Keras_is_written_by_its_module() => Assert.Equal(
        """{"module": "keras.fakes", "class_name": "FakeUniform", "config": {"scale": 2.0}, "registered_name": null}""",
        Write(new FakeUniform { Scale = 2 }));

    [Fact]
    public void A_class_of_an_application_is_written_by_its_registered_name() => Assert.Equal(
        """{"module": null, "class_name": "FakeBuilt", "config": {"parts": []}, "registered_name": "tests>Renamed"}""",
        Write(new FakeBuilt()));

    [Fact]
    public void A_class_that_Keras_does_not_export_is_written_by_both() => Assert.Equal(
        """
        {"module": "keras.src.fakes.graph", "class_name": "FakeGraph", "config": {}, "registered_name": "FakeGraph"}
        """,
        Write(new FakeGraph()));

    [Fact]
    public void A_special_value_is_written_by_its_class_alone() => Assert.Equal(
        """{"class_name": "__fake_slice__", "config": {}}""", Write(new FakeSlice()));

    [Fact]
    public void A_class_that_nobody_registered_is_written_as_Keras_does() => Assert.Equal(
        """{"module": null, "class_name": "FakeUnregistered", "config": {}, "registered_name": "FakeUnregistered"}""",
        Write(new FakeUnregistered()));

    [Theory]
    [InlineData(
        """
        {"module": "keras.fakes", "class_name": "FakeUniform", "config": {"scale": 2}, "registered_name": null}
        """)]
    [InlineData("""{"module": "keras.src.fakes.x", "class_name": "FakeUniform", "config": {"scale": 2}}""")]
    [InlineData("""{"module": "tf_keras.fakes", "class_name": "fuzzy", "config": {"scale": 2}}""")]
    [InlineData("""{"class_name": "FakeUniform", "config": {"scale": 2}}""")]
    [InlineData("""{"class_name": "fake_uniform", "config": {"scale": 2}}""")]
    public void Old_and_new_forms_are_read(string json) =>
        Assert.Equal(2, ((FakeUniform)Read<FakeInitializer>(json)!).Scale);

    [Theory]
    [InlineData("\"FakeUniform\"")]
    [InlineData("\"fake_uniform\"")]
    [InlineData("\"fuzzy\"")]
    [InlineData("""{"class_name": "FakeUniform"}""")]
    [InlineData("""{"module": "keras.fakes", "class_name": "FakeUniform", "config": null, "registered_name": null}""")]
    [InlineData(
        """
        {"module": "builtins", "class_name": "function", "config": "fuzzy", "registered_name": "function"}
        """)]
    [InlineData(
        """
        {"module": "keras.fakes", "class_name": "function", "config": "fuzzy", "registered_name": "fuzzy"}
        """)]
    public void Short_names_and_functions_are_read(string json) =>
        Assert.IsType<FakeUniform>(Read<FakeInitializer>(json));

    [Fact]
    public void The_expected_type_chooses_between_classes_of_one_name()
    {
        Assert.IsType<FakeTwinLoss>(Read<FakeLoss>("\"fake_twin\""));
        Assert.IsType<FakeTwinMetric>(Read<FakeMetric>("""{"class_name": "FakeTwin", "config": {}}"""));
        Assert.Contains(
            "keras.fake_losses.FakeTwin or keras.fake_metrics.FakeTwin",
            Refused<FakeObject>("""{"class_name": "FakeTwin", "config": {}}"""),
            StringComparison.Ordinal);
        Assert.Contains("means one class", Refused<FakeObject>("\"FakeTwin\""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"module": "app.layers", "class_name": "X", "config": {}, "registered_name": "tests>FakeOwn"}""")]
    [InlineData(
        """
        {"module": null, "class_name": "FakeOwn", "config": {"units": 1}, "registered_name": "tests>FakeOwn"}
        """)]
    [InlineData("""{"class_name": "tests>FakeOwn", "config": {"units": 1, "initializer": null}}""")]
    [InlineData("\"tests>FakeOwn\"")]
    public void Registered_names_come_first(string json) => Assert.Equal(1, Read<FakeOwn>(json)!.Units);

    [Theory]
    [InlineData(
        """
        {"module": "os", "class_name": "system", "config": {}, "registered_name": null}
        """,
        "\"system\" (module: os")]
    [InlineData("""{"module": "os", "class_name": "FakeUniform", "config": {}}""", "Unknown class")]
    [InlineData(
        """
        {"module": null, "class_name": "FakeUniform", "config": {}, "registered_name": "FakeUniform"}
        """,
        "Unknown")]
    [InlineData(
        """
        {"module": null, "class_name": "A", "config": {}, "registered_name": "my>A"}
        """,
        "[RegisterKerasSerializable")]
    [InlineData(
        """
        {"module": "keras.fakes", "class_name": "FakeUniform", "config": {}, "registered_name": "my>A"}
        """,
        "null")]
    [InlineData("""{"module": "keras.layers", "class_name": "__lambda__", "config": {}}""", "never runs")]
    [InlineData(
        """
        {"module": "keras.fakes", "class_name": "FakeUniform", "config": [1]}
        """,
        "config.config: Expected the")]
    [InlineData("""{"module": 3, "class_name": "FakeUniform", "config": {}}""", "config.module: Expected a text")]
    [InlineData("""{"module": "keras.fakes", "class_name": {}, "config": {}}""", "config.class_name: Expected a text")]
    [InlineData("""{"class_name": "function", "config": {"code": 1}}""", "config.config: Expected a text")]
    [InlineData("""{"name": "FakeUniform"}""", "Expected a FakeInitializer")]
    [InlineData("[]", "Expected a FakeInitializer")]
    [InlineData("3", "Expected a FakeInitializer")]
    [InlineData("\"glorot\"", "no FakeInitializer has this name. Expected one of: FakeUniform")]
    [InlineData("\"tests>FakeOwn\"", "Expected a FakeInitializer. Received: a FakeOwn")]
    [InlineData(
        """
        {"module": "keras.fake_losses", "class_name": "FakeTwin", "config": {}}
        """,
        "Received: a FakeTwinLoss")]
    public void What_is_not_in_the_registry_is_refused(string json, string message) =>
        Assert.Contains(message, Refused<FakeInitializer>(json), StringComparison.Ordinal);

    [Fact]
    public void What_a_constructor_refuses_is_an_error_of_the_configuration() => Assert.StartsWith(
        "config[1]: FakeOwn does not take its configuration. Too few units.",
        Assert.Throws<KerasSerializationException>(() => KerasRegistry.Deserialize(ConfigJson.Parse(
            """[1, {"class_name": "tests>FakeOwn", "config": {"units": 0}}]"""))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Lists_dictionaries_and_plain_values_are_read_as_they_are()
    {
        var read = (Dictionary<string, object?>)KerasRegistry.Deserialize(ConfigJson.Parse(
            """
            {"a": [1, 1.0, "text", true, null], "b": {"class_name": "FakeUniform", "config": {}}, "c": -Infinity}
            """))!;

        Assert.Equal([1L, 1.0, "text", true, null], (object?[])read["a"]!);
        Assert.IsType<FakeUniform>(read["b"]);
        Assert.Equal(double.NegativeInfinity, read["c"]);
        Assert.Null(KerasRegistry.Deserialize(null));
    }

    [Fact]
    public void An_object_comes_back_from_its_configuration_alone()
    {
        var own = KerasRegistry.FromConfig<FakeOwn>(new FakeOwn(3, new FakeUniform()).GetConfig());

        Assert.Equal(3, own.Units);
        Assert.IsType<FakeUniform>(own.Initializer);
        Assert.Throws<KerasSerializationException>(() => KerasRegistry.FromConfig<FakeUnregistered>([]));
    }

    [Fact]
    public void Building_and_compiling_come_back()
    {
        var built = new FakeBuilt
        {
            Built = new JsonObject { ["input_shape"] = new JsonArray(null, 3) },
            Compiled = new JsonObject { ["a"] = 1 },
        };

        var read = (FakeBuilt)KerasRegistry.Deserialize(KerasRegistry.Serialize(built))!;

        Assert.EndsWith(
            """
            "build_config": {"input_shape": [null, 3]}, "compile_config": {"a": 1}}
            """,
            Write(read),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_is_found_by_all_that_files_say()
    {
        Assert.Equal(typeof(FakeUniform), KerasRegistry.Find("keras.fakes", "FakeUniform")!.Type);
        Assert.Equal(typeof(FakeOwn), KerasRegistry.Find(null, "FakeOwn", "tests>FakeOwn")!.Type);
        Assert.Null(KerasRegistry.Find("keras.losses", "FakeUniform"));
        Assert.IsType<FakeUniform>(KerasRegistry.Get<FakeInitializer>("fuzzy"));
    }

    [Fact]
    public void An_object_written_twice_is_shared_where_models_are_saved()
    {
        var uniform = new FakeUniform();
        var built = new FakeBuilt([uniform, new FakeOwn(), uniform]);
        Assert.DoesNotContain("shared_object_id", Write(built), StringComparison.Ordinal);

        JsonNode written;
        using (ObjectSharingScope.Open())
        {
            written = KerasRegistry.Serialize(built)!;
        }

        var parts = ((FakeBuilt)KerasRegistry.Deserialize(written)!).Parts;
        Assert.Same(parts[0], parts[2]);
        Assert.Equal(2, ConfigJson.Write(written).Split("shared_object_id").Length - 1);
    }

    [Fact]
    public void Objects_too_deep_within_each_other_are_refused()
    {
        const int depth = 100_000;
        var node = new JsonObject { ["class_name"] = "FakeUniform", ["config"] = new JsonObject() };
        for (var i = 0; i < 200; i++)
        {
            node = new JsonObject
            {
                ["class_name"] = "tests>Renamed",
                ["config"] = new JsonObject { ["parts"] = new JsonArray(node) },
            };
        }

        Assert.Contains(
            $"at most {Nesting.MaxDepth} objects",
            Assert.Throws<KerasSerializationException>(() => KerasRegistry.Deserialize(node)).Message,
            StringComparison.Ordinal);
        Assert.Contains("levels", Refused<FakeObject>(new string('[', depth)), StringComparison.Ordinal);
        Assert.IsType<FakeUniform>(Read<FakeInitializer>("\"fuzzy\""));
    }
}
