using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>What can be made again from a configuration: written in files as a class name and its configuration.</summary>
public interface IKerasSerializable
{
    /// <summary>The arguments that make an equal object, by Keras's names.</summary>
    JsonObject GetConfig();
}
