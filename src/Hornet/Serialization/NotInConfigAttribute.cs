namespace Hornet.Serialization;

/// <summary>Keeps a constructor parameter out of configurations. It must be optional.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NotInConfigAttribute : Attribute;
