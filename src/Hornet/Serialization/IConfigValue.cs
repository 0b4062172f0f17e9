using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>A value with its own form in configurations (a shape, the name of an activation).</summary>
public interface IConfigValue
{
    /// <summary>This value as configurations have it.</summary>
    JsonNode? ToConfig();
}

/// <inheritdoc cref="IConfigValue"/>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IConfigValue<TSelf> : IConfigValue
    where TSelf : IConfigValue<TSelf>
{
    /// <summary>Reads a value that <see cref="IConfigValue.ToConfig"/> or Keras wrote; never null in it.</summary>
    /// <param name="item">Where the value stands.</param>
    static abstract TSelf FromConfig(ConfigItem item);
}
