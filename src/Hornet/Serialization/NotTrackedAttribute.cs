namespace Hornet.Serialization;

/// <summary>Says that a member refers to something without owning it: it is neither listed nor saved.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NotTrackedAttribute : Attribute;
