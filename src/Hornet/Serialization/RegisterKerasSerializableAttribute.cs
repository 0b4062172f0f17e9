namespace Hornet.Serialization;

/// <summary>Lets files name a class of your own: it is saved and loaded as <c>package&gt;name</c>.</summary>
/// <remarks>
/// The class must be partial. What its constructor takes becomes its configuration: each parameter needs a property of
/// the same name.
/// </remarks>
/// <param name="package">What the name begins with.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RegisterKerasSerializableAttribute(string package = "Custom") : Attribute
{
    /// <summary>What the registered name begins with.</summary>
    public string Package { get; } = package;

    /// <summary>What the registered name ends with; the class's own name where null.</summary>
    public string? Name { get; set; }
}
