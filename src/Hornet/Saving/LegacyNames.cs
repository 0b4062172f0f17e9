using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Lists of names in attributes: a long one is in several, with numbers.</summary>
internal static class LegacyNames
{
    /// <summary>The names; null where there is no such list.</summary>
    public static string[]? Read(Hdf5Object owner, string name)
    {
        var attributes = new Dictionary<string, Hdf5Attribute>();
        foreach (var attribute in owner.Attributes())
        {
            attributes[attribute.Name] = attribute;
        }

        if (attributes.TryGetValue(name, out var whole))
        {
            return owner.Texts(whole);
        }

        var names = new List<string>();
        var count = 0;
        while (attributes.TryGetValue($"{name}{count}", out var part))
        {
            names.AddRange(owner.Texts(part));
            count++;
        }

        return count == 0 ? null : [.. names];
    }
}
