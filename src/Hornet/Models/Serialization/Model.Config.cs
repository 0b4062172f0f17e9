using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <content>The configuration of a model: its layers, how they are connected, and how it was built.</content>
[KerasExport("keras.src.models.functional", Name = "Functional", Aliases = ["Model"])]
public partial class Model : ICompileConfig
{
    internal override IReadOnlyList<string> CallArgumentNames => ["mask"];

    /// <summary>The layers and how they are connected; of a subclass what its constructor takes.</summary>
    public override JsonObject GetConfig() =>
        IsFunctional ? FunctionalWriter.Write(this, _graph!) : base.GetConfig();

    /// <summary>Makes a model of what <see cref="GetConfig"/> gave, with new weights.</summary>
    /// <param name="config">The configuration of a model that is a graph.</param>
    /// <exception cref="KerasSerializationException">It is malformed, or names what Hornet does not have.</exception>
    public static Model FromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return KerasRegistry.FromConfig<Model>(config);
    }

    internal static Model FromConfig(ConfigReader config) => FunctionalReader.Read(config);

    /// <summary>Keras's JSON text of this model: its configuration, how it was built and compiled, no weights.
    /// </summary>
    /// <remarks><see cref="Keras.Models.ModelFromJson"/> makes a model of it, here and in Keras.</remarks>
    /// <example><code>
    /// var model = new Sequential([Keras.Input([4]), new Dense(2)]);
    /// var copy = Keras.Models.ModelFromJson(model.ToJson());
    /// Console.WriteLine(copy.CountParams()); // 10
    /// </code></example>
    public string ToJson() => ConfigJson.Write(KerasRegistry.SerializeObject(this));

    /// <inheritdoc/>
    public override JsonObject? GetBuildConfig() =>
        IsFunctional ? new JsonObject { ["input_shape"] = null } : base.GetBuildConfig();

    /// <inheritdoc/>
    public override void BuildFromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (Graph is null && ShapeConfig.ReadInput(config, Name) is { } shapes)
        {
            ComputeOutputShape(shapes); // a trace of the call, which builds the layers inside
        }
    }

    private bool IsFunctional => _graph is not null && GetType() == typeof(Model);
}
