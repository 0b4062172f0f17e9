using System.Text.RegularExpressions;

namespace Hornet.Layers;

/// <summary>The shapes of the weights that an equation needs, for an input and an output of given shapes.</summary>
internal sealed partial class EinsumDensePlan
{
    private readonly Dictionary<char, int?> _output = [];

    /// <exception cref="ArgumentException">The equation is not of a known form, or the shapes do not fit.</exception>
    public EinsumDensePlan(string equation, string? biasAxes, Shape input, Shape output)
    {
        var match = Form().Match(equation);
        var isLeft = match.Groups["left"].Length > 0;
        var isRight = match.Groups["right"].Length > 0;
        var (letters, kernel, result) = (match.Groups["x"].Value, match.Groups["k"].Value, match.Groups["y"].Value);
        if (!match.Success || (isLeft && isRight) || isLeft != match.Groups["outLeft"].Length > 0
            || isRight != match.Groups["outRight"].Length > 0)
        {
            throw new ArgumentException(
                "Expected an equation of the form \"X,Y->Z\", \"...X,Y->...Z\" or \"X...,Y->Z...\". "
                + $"Received: \"{equation}\".");
        }

        // As Keras reads it, axes of the input beyond the letters are elided, with or without an ellipsis.
        var elided = input.Rank - letters.Length;
        if (elided < 0)
        {
            throw new ArgumentException(
                $"Expected an input of at least {letters.Length} axes for the equation \"{equation}\". "
                + $"Received: shape {input}.");
        }

        var first = isLeft ? elided : 0; // the place of the first letter
        var whole = Whole(input, output, elided, isLeft);
        ReadOutput(result, whole, first, equation);
        var sizes = Sizes(letters, input, first);
        CheckShared(letters, sizes, equation);
        CheckKnown(result, letters, kernel, equation);
        var (inputAxes, outputAxes) = (new List<int>(), new List<int>());
        Kernel = [.. kernel.Select((letter, i) => KernelSize(letter, i, sizes, inputAxes, outputAxes, equation))];
        (InputAxes, OutputAxes) = (inputAxes, outputAxes);
        Bias = biasAxes is null ? null : BiasShape(biasAxes, result, isLeft ? 0 : elided, equation);
    }

    /// <summary>The shape of the kernel.</summary>
    public Shape Kernel { get; }

    /// <summary>The shape of the bias; null without one.</summary>
    public Shape? Bias { get; }

    /// <summary>The axes of the kernel that are summed over.</summary>
    public IReadOnlyList<int> InputAxes { get; }

    /// <summary>The axes of the kernel that the output has.</summary>
    public IReadOnlyList<int> OutputAxes { get; }

    [GeneratedRegex(
        @"^(?<left>\.\.\.)?(?<x>[a-zA-Z]+)(?<right>(?<=[a-zA-Z]{2})\.\.\.)?,(?<k>[a-zA-Z]+)->"
        + @"(?<outLeft>\.\.\.)?(?<y>[a-zA-Z]+)(?<outRight>\.\.\.)?$")]
    private static partial Regex Form();

    // The batch, then what is elided before the letters, the axes that were given, and what is elided after them.
    private static Shape Whole(Shape input, Shape output, int elided, bool isLeft) => isLeft
        ? [.. input[..Math.Max(elided, 1)], .. output]
        : [input[0], .. output, .. input[(input.Rank - elided)..]];

    private static Dictionary<char, int?> Sizes(string letters, Shape input, int first)
    {
        var sizes = new Dictionary<char, int?>();
        for (var i = 0; i < letters.Length; i++)
        {
            sizes[letters[i]] = input[first + i];
        }

        return sizes;
    }

    private void ReadOutput(string result, Shape whole, int first, string equation)
    {
        if (whole.Rank < first + result.Length)
        {
            throw new ArgumentException(
                $"Expected an output shape with an axis for each of the letters \"{result}\" but the batch's, for the "
                + $"equation \"{equation}\". Received: {whole} with the batch.");
        }

        for (var i = 0; i < result.Length; i++)
        {
            _output[result[i]] = whole[first + i];
        }
    }

    private void CheckShared(string letters, Dictionary<char, int?> sizes, string equation)
    {
        foreach (var letter in letters)
        {
            if (_output.TryGetValue(letter, out var size) && size is not null && size != sizes[letter])
            {
                throw new ArgumentException(
                    $"Expected one size of the axis '{letter}', which the input and the output of \"{equation}\" "
                    + $"share. Received: {sizes[letter]?.ToString() ?? "None"} in the input, {size} in the output.");
            }
        }
    }

    private static void CheckKnown(string result, string letters, string kernel, string equation)
    {
        foreach (var letter in result.Where(letter => !letters.Contains(letter) && !kernel.Contains(letter)))
        {
            throw new ArgumentException(
                $"Expected letters of the input or of the kernel after the arrow of \"{equation}\". "
                + $"Received: '{letter}'.");
        }
    }

    private int? KernelSize(
        char letter, int axis, Dictionary<char, int?> sizes, List<int> inputAxes, List<int> outputAxes, string equation)
    {
        var isOutput = _output.TryGetValue(letter, out var size);
        if (!isOutput && !sizes.TryGetValue(letter, out size))
        {
            throw new ArgumentException(
                $"Expected letters of the input or of the output for the kernel of \"{equation}\". "
                + $"Received: '{letter}'.");
        }

        (isOutput ? outputAxes : inputAxes).Add(axis);
        return size;
    }

    private Shape BiasShape(string biasAxes, string result, int trailing, string equation)
    {
        foreach (var letter in biasAxes.Where(letter => !result.Contains(letter)))
        {
            throw new ArgumentException(
                $"Expected letters of the output \"{result}\" of \"{equation}\" as the bias's axes. "
                + $"Received: '{letter}' in \"{biasAxes}\".");
        }

        var first = biasAxes.Length == 0 ? result.Length : biasAxes.Min(result.IndexOf);
        return
        [
            .. result[first..].Select(letter => biasAxes.Contains(letter) ? _output[letter] : 1),
            .. Enumerable.Repeat((int?)1, trailing),
        ];
    }
}
