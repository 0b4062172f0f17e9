using System.Text.RegularExpressions;

namespace Hornet;

/// <summary>Keras's automatic names: dense, dense_1, dense_2, ...; counted in each session.</summary>
internal static partial class Names
{
    private static readonly Dictionary<string, int> s_counts = [];
    private static readonly Lock s_lock = new();

    /// <summary>A name that no other automatic one has: the class name in snake case, then with a number.</summary>
    public static string Unique(string className) => Number(SnakeCase(className));

    /// <summary>A name that no other automatic one has: the given one, then with a number.</summary>
    public static string Number(string name)
    {
        lock (s_lock)
        {
            var count = s_counts.GetValueOrDefault(name);
            s_counts[name] = count + 1;
            return count == 0 ? name : $"{name}_{count}";
        }
    }

    /// <summary>How often the name has been asked for, this time counted: Keras's <c>get_uid</c>.</summary>
    public static int Count(string prefix)
    {
        lock (s_lock)
        {
            return s_counts[prefix] = s_counts.GetValueOrDefault(prefix) + 1;
        }
    }

    /// <summary>Starts all counters again.</summary>
    public static void Reset()
    {
        lock (s_lock)
        {
            s_counts.Clear();
        }
    }

    /// <summary>Keras's rule: <c>Conv2DTranspose</c> becomes <c>conv2d_transpose</c>, <c>ReLU</c> <c>re_lu</c>.</summary>
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
