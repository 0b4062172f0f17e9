using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>Bases as Keras has them, of which the registry's tests make objects.</summary>
internal abstract class FakeObject : IKerasSerializable
{
    public virtual JsonObject GetConfig() => [];
}

internal abstract class FakeInitializer : FakeObject;

internal abstract class FakeLoss : FakeObject;

internal abstract class FakeMetric : FakeObject;

[RegisterKerasSerializable("tests")]
internal sealed partial class FakeOwn(int units = 1, FakeInitializer? initializer = null) : FakeObject
{
    public int Units { get; } = units > 0 ? units
        : throw new ArgumentOutOfRangeException(nameof(units), "Too few units.");

    public FakeInitializer? Initializer { get; } = initializer;
}

[RegisterKerasSerializable("tests", Name = "Renamed")]
internal sealed partial class FakeBuilt(IReadOnlyList<FakeObject>? parts = null)
    : FakeObject, IBuildConfig, ICompileConfig
{
    public IReadOnlyList<FakeObject> Parts { get; } = parts ?? [];

    public JsonObject? Built { get; set; }

    public JsonObject? Compiled { get; set; }

    public JsonObject? GetBuildConfig() => (JsonObject?)Built?.DeepClone();

    public void BuildFromConfig(JsonObject config) => Built = config;

    public JsonObject? GetCompileConfig() => (JsonObject?)Compiled?.DeepClone();

    public void CompileFromConfig(JsonObject config) => Compiled = config;
}

internal sealed class FakeUniform : FakeInitializer
{
    public double Scale { get; init; } = 0.5;

    public override JsonObject GetConfig() => new() { ["scale"] = ConfigValue.Write(Scale) };
}

internal sealed class FakeTwinLoss : FakeLoss;

internal sealed class FakeTwinMetric : FakeMetric;

internal sealed class FakeGraph : FakeObject;

internal sealed class FakeSlice : FakeObject;

internal sealed class FakeUnregistered : FakeObject;

/// <summary>Adds what the generator would for Hornet's own classes.</summary>
internal static class FakeObjects
{
    public static void Register() => KerasRegistry.Add(
        new(typeof(FakeUniform), "keras.fakes", "FakeUniform", null, ["fuzzy"], Uniform),
        new(typeof(FakeTwinLoss), "keras.fake_losses", "FakeTwin", null, ["ft"], Empty<FakeTwinLoss>),
        new(typeof(FakeTwinMetric), "keras.fake_metrics", "FakeTwin", null, [], Empty<FakeTwinMetric>),
        new(typeof(FakeGraph), "keras.src.fakes.graph", "FakeGraph", null, [], Empty<FakeGraph>),
        new(typeof(FakeSlice), "", "__fake_slice__", null, [], Empty<FakeSlice>));

    private static FakeUniform Uniform(ConfigReader config)
    {
        var made = new FakeUniform { Scale = config.Read("scale", 0.5) };
        config.Finish();
        return made;
    }

    private static T Empty<T>(ConfigReader config)
        where T : class, new()
    {
        config.Finish();
        return new T();
    }
}
