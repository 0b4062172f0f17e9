using System.Text;

namespace Hornet.Testing;

/// <summary>Between Keras's names and .NET's: the same words in another case.</summary>
public static class KerasNames
{
    /// <summary>A function, class or property: <c>log_softmax</c> → <c>LogSoftmax</c>.</summary>
    public static string ToPascalCase(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>A parameter: <c>kernel_initializer</c> → <c>kernelInitializer</c>.</summary>
    public static string ToCamelCase(string name)
    {
        var pascal = ToPascalCase(name);
        return pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>Back from either case: every capital begins a word. <c>LogSoftmax</c> → <c>log_softmax</c>.</summary>
    /// <remarks>
    /// What .NET's case leaves out cannot come back: <c>Beta1</c> may be <c>beta_1</c> or <c>beta1</c>, and gives the
    /// latter. Where the names of Keras are known, ask for one of them.
    /// </remarks>
    public static string ToKeras(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    /// <summary>The one of Keras's names that .NET writes so, or null where none is.</summary>
    public static string? ToKeras(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.FirstOrDefault(candidate => Match(candidate, name));
    }

    /// <summary>Whether .NET writes a name of Keras so, in either case.</summary>
    public static bool Match(string keras, string name) =>
        string.Equals(ToPascalCase(keras), ToPascalCase(name), StringComparison.OrdinalIgnoreCase);
}
