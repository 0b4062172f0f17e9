using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>What can be made again from a configuration: files have its class name and configuration.</summary>
public interface IKerasSerializable
{
    /// <summary>The arguments that make an equal object, by Keras's names.</summary>
    JsonObject GetConfig();
}
