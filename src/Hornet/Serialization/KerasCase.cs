using System.Text;

namespace Hornet.Serialization;

/// <summary>From .NET's case to Keras's: the one place where names change their case.</summary>
/// <remarks>Compiled into the source generator too, hence no newer language or library than it has.</remarks>
internal static class KerasCase
{
    /// <summary>Keras's automatic name of a class: <c>Conv2DTranspose</c> is <c>conv2d_transpose</c>.</summary>
    public static string OfClass(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>A parameter's or member's Python name: <c>kernelInitializer</c> is <c>kernel_initializer</c>.</summary>
    /// <remarks>A number is a word, unlike in class names, but for <c>l1</c>: <c>beta_1</c>.</remarks>
    public static string OfMember(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        var word = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if ((StartsWord(name, i) && name[i - 1] != '_') || (word >= 2 && StartsNumber(name, i)))
            {
                text.Append('_');
                word = 0;
            }

            text.Append(char.ToLowerInvariant(name[i]));
            word = name[i] == '_' ? 0 : word + 1;
        }

        return text.ToString();
    }

    // A capital before a small letter, or behind one.
    private static bool StartsWord(string name, int i) =>
        i > 0 && IsCapital(name[i]) && (IsSmall(name, i + 1) || IsSmall(name, i - 1));

    // Digits that fill the rest of a word: those of Dense1 and Beta2Decay, not that of Conv2D.
    private static bool StartsNumber(string name, int i)
    {
        if (!IsDigit(name[i]) || IsDigit(name[i - 1]))
        {
            return false;
        }

        var end = i;
        while (end < name.Length && IsDigit(name[end]))
        {
            end++;
        }

        return end == name.Length || name[end] == '_' || (IsCapital(name[end]) && IsSmall(name, end + 1));
    }

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsSmall(string name, int i) => i < name.Length && name[i] is >= 'a' and <= 'z';
}
