using System.Text.RegularExpressions;

namespace Hornet;

/// <summary>Keras's automatic names: dense, dense_1, dense_2, ...; counted in each session.</summary>
internal static partial class Names
{
    /// <summary>A name that no other automatic one has: the class name in snake case, then with a number.</summary>
    public static string Unique(string className) => Number(SnakeCase(className));

    /// <summary>A name that no other automatic one has: the given one, then with a number.</summary>
    public static string Number(string name)
    {
        var count = Session.Current.CountName(name);
        return count == 0 ? name : $"{name}_{count}";
    }

    /// <summary>
    /// Keras's rule: <c>Conv2DTranspose</c> becomes <c>conv2d_transpose</c>, <c>ReLU</c> <c>re_lu</c>.
    /// </summary>
    public static string SnakeCase(string name) =>
        LowerUpper().Replace(WordStart().Replace(NotWord().Replace(name, string.Empty), "$1_$2"), "$1_$2")
            .ToLowerInvariant();

    [GeneratedRegex(@"\W+")]
    private static partial Regex NotWord();

    [GeneratedRegex("(.)([A-Z][a-z]+)")]
    private static partial Regex WordStart();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex LowerUpper();
}
