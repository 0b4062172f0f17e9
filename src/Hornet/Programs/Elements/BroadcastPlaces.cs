namespace Hornet.Programs;

/// <summary>Where the elements of a tensor that broadcasts lie, for each element of the result in order.</summary>
/// <param name="Sizes">The axes of the result, neighbours that behave alike taken together.</param>
/// <param name="Steps">How far the tensor moves with each: 0 where it is repeated.</param>
internal sealed record BroadcastPlaces(int[] Sizes, int[] Steps)
{
    /// <summary>Whether the tensor has the result's elements, in their order.</summary>
    public bool IsWhole => Sizes.Length == 0 || (Sizes.Length == 1 && Steps[0] == 1);

    /// <summary>Whether the tensor has one element, for all.</summary>
    public bool IsSingle => Sizes.Length == 1 && Steps[0] == 0;

    /// <summary>How many elements there are before they repeat, all in order; 0 where they do not.</summary>
    public int Period => Sizes.Length == 2 && Steps[0] == 0 && Steps[1] == 1 ? Sizes[1] : 0;

    /// <summary>Those of a dense tensor of one shape that broadcasts to another.</summary>
    public static BroadcastPlaces Of(Shape tensor, Shape result)
    {
        var sizes = new List<int>();
        var steps = new List<int>();
        var stride = 1;
        for (var axis = result.Rank - 1; axis >= 0; axis--)
        {
            var place = axis - (result.Rank - tensor.Rank);
            var (size, own) = ((int)result[axis]!, place >= 0 ? (int)tensor[place]! : 1);
            if (size != 1)
            {
                Prepend(sizes, steps, size, own == 1 ? 0 : stride);
            }

            stride *= own;
        }

        return new BroadcastPlaces([.. sizes], [.. steps]);
    }

    /// <summary>Equal by the numbers.</summary>
    public bool Equals(BroadcastPlaces? other) =>
        other is not null && Sizes.AsSpan().SequenceEqual(other.Sizes) && Steps.AsSpan().SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(Sizes.Length, Sizes.Sum(), Steps.Sum());

    // An outer axis goes on where the inner one ends: together they are one.
    private static void Prepend(List<int> sizes, List<int> steps, int size, int step)
    {
        if (sizes.Count > 0 && step == sizes[0] * steps[0])
        {
            sizes[0] *= size;
            return;
        }

        sizes.Insert(0, size);
        steps.Insert(0, step);
    }
}
