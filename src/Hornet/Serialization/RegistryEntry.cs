namespace Hornet.Serialization;

/// <summary>A class that files can name. Written by the generator.</summary>
/// <param name="Type">The class.</param>
/// <param name="Module">Keras's module; null for a class of an application.</param>
/// <param name="ClassName">The name of the class.</param>
/// <param name="RegisteredName"><c>package&gt;name</c>; null for Keras's classes.</param>
/// <param name="Aliases">Further short names.</param>
/// <param name="Create">Makes an object from its configuration.</param>
public sealed record RegistryEntry(
    Type Type,
    string? Module,
    string ClassName,
    string? RegisteredName,
    IReadOnlyList<string> Aliases,
    Func<ConfigReader, object> Create)
{
    /// <summary>The names by which Keras's <c>get</c> functions find it.</summary>
    internal IEnumerable<string> ShortNames
    {
        get
        {
            IEnumerable<string> names = [ClassName, KerasCase.OfClass(ClassName), .. Aliases];
            // Keras looks optimizers up by their name in small letters: rmsprop.
            return (Module == "keras.optimizers" ? names.Append(ClassName.ToLowerInvariant()) : names).Distinct();
        }
    }

    /// <summary>The whole name: <c>keras.layers.Dense</c>, or <c>my_app&gt;MyLayer</c>.</summary>
    internal string FullName => RegisteredName ?? (Module is null or "" ? ClassName : $"{Module}.{ClassName}");
}
