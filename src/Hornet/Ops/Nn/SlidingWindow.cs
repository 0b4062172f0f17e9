namespace Hornet;

/// <summary>The windows that a convolution or a pool lays along one axis.</summary>
/// <param name="Size">How many places a window looks at.</param>
/// <param name="Stride">How far a window is from the next.</param>
/// <param name="Dilation">How far two places of a window are apart.</param>
internal readonly record struct SlidingWindow(int Size, int Stride, int Dilation = 1)
{
    /// <summary>From the first place of a window to the last.</summary>
    public int Extent => ((Size - 1) * Dilation) + 1;

    /// <summary>How many windows there are: 0 or less where not one fits.</summary>
    public int Count(int length, bool same) => same
        ? ((length - 1 + Stride) / Stride)
        : length < Extent ? 0 : ((length - Extent) / Stride) + 1;

    /// <summary>What "same" padding adds before and after the axis: where it is odd, one more after.</summary>
    public (int Low, int High) Pad(int length, bool same)
    {
        var total = same ? Math.Max(((Count(length, same) - 1) * Stride) + Extent - length, 0) : 0;
        return (total / 2, total - (total / 2));
    }

    /// <summary>Whether the text says "same" and not "valid".</summary>
    public static bool IsSame(string padding, string operation) => padding switch
    {
        "same" => true,
        "valid" => false,
        _ => throw new ArgumentException(
            $"{operation}: expected padding to be 'valid' or 'same'. Received: padding='{padding}'."),
    };
}
