namespace Hornet.Layers;

/// <summary>The summations of attention over any axes of tensors (batch, …, heads, features).</summary>
internal sealed class AttentionEquations
{
    /// <param name="rank">How many axes the tensors have.</param>
    /// <param name="axes">The axes that are attended over; the others, but the last, stay beside each other.</param>
    public AttentionEquations(int rank, Axes axes)
    {
        var target = Letters(0, rank);
        var source = target.ToCharArray();
        var next = rank;
        foreach (var axis in axes.Order())
        {
            source[axis] = Letter(next++);
        }

        var batch = string.Concat(Enumerable.Range(0, rank - 1).Except(axes).Select(axis => target[axis]));
        var queries = string.Concat(axes.Select(axis => target[axis]));
        var keys = string.Concat(axes.Select(axis => source[axis]));
        var (product, keyed) = (batch + queries + keys, new string(source));
        Product = $"{keyed},{target}->{product}";
        Combination = $"{product},{keyed}->{target}";
    }

    /// <summary>Keys and queries give scores: (batch, …, heads, queries, keys).</summary>
    public string Product { get; }

    /// <summary>Scores and values give what the queries see.</summary>
    public string Combination { get; }

    /// <summary>The equation of a projection, and the letters of its bias.</summary>
    /// <param name="free">How many axes stay.</param>
    /// <param name="bound">How many axes after them are summed over.</param>
    /// <param name="output">How many axes come in their place.</param>
    public static (string Equation, string Bias) Projection(int free, int bound, int output)
    {
        var (kept, summed, made) = (Letters(0, free), Letters(free, bound), Letters(free + bound, output));
        return ($"{kept}{summed},{summed}{made}->{kept}{made}", made);
    }

    private static string Letters(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(Letter));

    private static char Letter(int index) => (char)('a' + index);
}
