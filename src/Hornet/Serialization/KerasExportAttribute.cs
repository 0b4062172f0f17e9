namespace Hornet.Serialization;

/// <summary>Names the place of a class in Keras's API; the generator writes the rest from its constructor.</summary>
/// <param name="module">The module that Keras writes in files: <c>keras.layers</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class KerasExportAttribute(string module) : Attribute
{
    /// <summary>Keras's module; empty for what files name by its class alone (<c>__slice__</c>).</summary>
    public string Module { get; } = module;

    /// <summary>Keras's class name, where it is not the class's own.</summary>
    public string? Name { get; set; }

    /// <summary>Further short names (<c>mse</c>), beside the class name and its snake case.</summary>
    public string[] Aliases { get; set; } = [];
}
