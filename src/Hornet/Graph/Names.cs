using System.Globalization;
using System.Text;

namespace Hornet;

/// <summary>Keras's automatic names: dense, dense_1, dense_2, ...; counted in each session.</summary>
internal static class Names
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
    /// <remarks>
    /// Keras's three regular expressions <c>\W+</c>, <c>(.)([A-Z][a-z]+)</c>, <c>([a-z])([A-Z])</c>: a capital letter
    /// begins a word before or after a small one.
    /// </remarks>
    public static string SnakeCase(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (IsOfWord(letter))
            {
                letters.Append(letter);
            }
        }

        var words = new StringBuilder(name.Length + 4);
        for (var i = 0; i < letters.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(letters[i])
                && (char.IsAsciiLetterLower(letters[i - 1])
                    || (i + 1 < letters.Length && char.IsAsciiLetterLower(letters[i + 1]))))
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letters[i]));
        }

        return words.ToString();
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;
}
