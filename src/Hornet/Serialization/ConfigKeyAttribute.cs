namespace Hornet.Serialization;

/// <summary>A constructor parameter's key in configurations, where it is not its name in Keras's case.</summary>
/// <remarks>On a property: says that the property holds the parameter with this key, whatever its own name.</remarks>
/// <param name="key">The key.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ConfigKeyAttribute(string key) : Attribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
