namespace Hornet.Serialization;

/// <summary>Keeps a constructor parameter out of configurations. It must be optional.</summary>
/// <remarks>On a property: its class does not write it; a class does whose constructor takes it.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotInConfigAttribute : Attribute;
