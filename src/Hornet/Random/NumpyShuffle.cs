using System.Numerics;

namespace Hornet;

/// <summary>The shuffle that all of NumPy's generators share: Fisher and Yates, from the end.</summary>
internal static class NumpyShuffle
{
    internal static void InPlace<T>(IBitSource words, Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)UpTo(words, (uint)i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    internal static int[] Permutation(IBitSource words, int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        InPlace<int>(words, order);
        return order;
    }

    /// <summary>From 0 to <paramref name="limit"/>, which may come: masked bits, drawn again while beyond it.</summary>
    internal static uint UpTo(IBitSource words, uint limit)
    {
        if (limit == 0)
        {
            return 0;
        }

        var mask = uint.MaxValue >> BitOperations.LeadingZeroCount(limit);
        uint drawn;
        do
        {
            drawn = words.NextUInt32() & mask;
        }
        while (drawn > limit);
        return drawn;
    }
}
