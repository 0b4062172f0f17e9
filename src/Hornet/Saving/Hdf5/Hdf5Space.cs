namespace Hornet.Saving.Hdf5;

/// <summary>The axes of data.</summary>
internal static class Hdf5Space
{
    public static long[] Read(Hdf5Cursor body)
    {
        var version = body.Byte();
        var rank = body.Byte();
        body.Skip(1);
        var kind = version == 1 ? 1 : body.Byte();
        if (version is not (1 or 2) || kind > 2)
        {
            throw Hdf5Error.Unusual("axes of a newer version");
        }

        body.Skip(version == 1 ? 5 : 0);
        if (kind == 2)
        {
            return [0]; // no data at all
        }

        var axes = new long[rank];
        foreach (ref var axis in axes.AsSpan())
        {
            var size = body.UInt64();
            axis = size <= int.MaxValue
                ? (long)size
                : throw Hdf5Error.Broken("axes that fit a tensor", $"one of {size}");
        }

        return axes;
    }

    /// <summary>How many elements there are.</summary>
    public static ulong Count(long[] axes)
    {
        UInt128 count = 1;
        foreach (var axis in axes)
        {
            count *= (ulong)axis;
            if (count > long.MaxValue)
            {
                throw Hdf5Error.Broken("a number of elements that a file can have", "more");
            }
        }

        return axes.Contains(0) ? 0 : (ulong)count;
    }
}
