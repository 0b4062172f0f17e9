using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Brings the elements of a region's input into the places of the region's elements.</summary>
internal sealed class Loader<T>(RegionInput input, int tile)
    where T : unmanaged, INumber<T>
{
    private readonly bool _isConverted = !ElementTypes.Fits<T>(input.DType);
    private readonly BroadcastPlaces _places = input.Places;
    private readonly bool _isSame = input.Places.Period is > 0 and var period && tile % period == 0; // in each tile

    /// <summary>
    /// Where the elements from a start are: the input itself where it has them side by side, else a tile of one's own,
    /// in which those that repeat may be there already.
    /// </summary>
    public Address Load(Address data, long start, int count, Address own, bool isThere)
    {
        if (_places.IsWhole && !_isConverted)
        {
            return data.Skip<T>(start);
        }

        if (isThere && (_isSame || _places.IsSingle))
        {
            return own;
        }

        if (_places.IsSingle)
        {
            own.Span<T>(count).Fill(Read(data, 0));
        }
        else
        {
            Fill(data, start, own.Span<T>(count));
        }

        return own;
    }

    private void Fill(Address data, long start, Span<T> tile)
    {
        if (_places.IsWhole)
        {
            Copy(data, start, tile);
            return;
        }

        var (sizes, steps) = (_places.Sizes, _places.Steps);
        var (inner, isRepeated) = (sizes[^1], steps[^1] == 0);
        for (var done = 0; done < tile.Length;)
        {
            var (row, column) = Math.DivRem(start + done, inner);
            var run = tile.Slice(done, (int)Math.Min(inner - column, tile.Length - done));
            var offset = Offset(row, sizes.AsSpan(..^1), steps);
            if (isRepeated)
            {
                run.Fill(Read(data, offset));
            }
            else
            {
                Copy(data, offset + (column * steps[^1]), run);
            }

            done += run.Length;
        }
    }

    private static long Offset(long row, ReadOnlySpan<int> sizes, ReadOnlySpan<int> steps)
    {
        var offset = 0L;
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            (row, var place) = Math.DivRem(row, sizes[axis]);
            offset += place * steps[axis];
        }

        return offset;
    }

    private void Copy(Address data, long start, Span<T> to)
    {
        if (!_isConverted)
        {
            data.Span<T>(start, to.Length).CopyTo(to);
            return;
        }

        switch (input.DType)
        {
            case DType.Bool or DType.UInt8: // a bool is 0 or 1
                TensorPrimitives.ConvertTruncating<byte, T>(data.Span<byte>(start, to.Length), to);
                break;
            case DType.Int32:
                TensorPrimitives.ConvertTruncating<int, T>(data.Span<int>(start, to.Length), to);
                break;
            default:
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = Read(data, start + i);
                }

                break;
        }
    }

    private T Read(Address data, long place) => input.DType switch
    {
        DType.Float32 => T.CreateTruncating(data.Skip<float>(place).First<float>()),
        DType.Float64 => T.CreateTruncating(data.Skip<double>(place).First<double>()),
        DType.Int32 => T.CreateTruncating(data.Skip<int>(place).First<int>()),
        DType.Int64 => T.CreateTruncating(data.Skip<long>(place).First<long>()),
        DType.UInt8 => T.CreateTruncating(data.Skip<byte>(place).First<byte>()),
        DType.Bool => data.Skip<byte>(place).First<byte>() != 0 ? T.One : T.Zero,
        _ => throw new InvalidOperationException($"A region cannot read {input.DType.KerasName()}."),
    };
}
