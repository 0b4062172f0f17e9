using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>What is built after it is made; files say how, beside its configuration.</summary>
public interface IBuildConfig
{
    /// <summary>What <see cref="BuildFromConfig"/> needs; null where not built.</summary>
    JsonObject? GetBuildConfig();

    /// <summary>Makes the weights. Does nothing where they are made already.</summary>
    /// <param name="config">What <see cref="GetBuildConfig"/> gave.</param>
    void BuildFromConfig(JsonObject config);
}
