using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>What is compiled after it is made; files say how, beside its configuration.</summary>
public interface ICompileConfig
{
    /// <summary>What <see cref="CompileFromConfig"/> needs; null where not compiled.</summary>
    JsonObject? GetCompileConfig();

    /// <summary>Compiles with an optimizer, losses and metrics.</summary>
    /// <param name="config">What <see cref="GetCompileConfig"/> gave.</param>
    void CompileFromConfig(JsonObject config);
}
