namespace Hornet.Serialization;

/// <summary>Hornet's own classes that files can name: those marked <see cref="KerasExportAttribute"/>.</summary>
internal static partial class BuiltInObjects
{
    public static List<RegistryEntry> All()
    {
        var entries = new List<RegistryEntry>();
        AddGenerated(entries);
        return entries;
    }

    // Written by the generator.
    static partial void AddGenerated(List<RegistryEntry> entries);
}
