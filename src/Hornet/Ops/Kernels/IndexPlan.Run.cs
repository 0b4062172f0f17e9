using Hornet.Native;

namespace Hornet;

/// <content>The kernels: views for the cuts, one selection of rows for the picks.</content>
internal sealed partial class IndexPlan
{
    /// <summary>The part of a tensor that the key names.</summary>
    public TensorHandle Get(TensorHandle x, ReadOnlySpan<TensorHandle> places)
    {
        var view = View(x);
        if (_picks.Count == 0)
        {
            return view;
        }

        using var whole = view;
        using var bits = Bits.Movable(view);
        using var index = Linear(places);
        using var picked = _picks.Count == 1 ? PickSlices(bits, index) : PickRows(bits, index);
        return Bits.View(picked, x.DType);
    }

    /// <summary>Adds elements up at the places of zeros that the key names.</summary>
    public void Put(TensorHandle zeros, TensorHandle elements, ReadOnlySpan<TensorHandle> places)
    {
        using var view = View(zeros, out var backwards);
        if (_picks.Count == 0)
        {
            using var values = Flip(elements, backwards);
            RowMajor.Write(view, values);
            return;
        }

        using var index = Linear(places);
        using var ordered = Permute(elements, Inverse(PickedInPlace()));
        using var rows = RowMajor.Reshape(ordered, index.Sizes[0], RestSize());
        using var none = RowMajor.Zeros([RowCount(), RestSize()], rows.DType);
        using var column = RowMajor.Reshape(index, -1, 1);
        using var spread = RowMajor.Expand(column, rows.Sizes.ToArray());
        using var sum = Aten.Call("aten::scatter_add"u8, default, none, 0L, spread, rows);
        using var shaped = RowMajor.Reshape(sum, [.. _picks.Select(pick => Size(pick.Dim)), .. Rest.Select(Size)]);
        using var inPlace = Permute(shaped, Inverse(PickedFirst()));
        using var turned = Flip(inPlace, backwards);
        RowMajor.Write(view, turned);
    }

    private TensorHandle View(TensorHandle x)
    {
        using var view = View(x, out var backwards);
        return Flip(view, backwards);
    }

    /// <summary>A view of what the cuts leave, and which of its axes are to be read backwards.</summary>
    private TensorHandle View(TensorHandle x, out List<int> backwards)
    {
        backwards = [];
        var view = x.NewReference();
        var dim = 0;
        foreach (var entry in _key)
        {
            using var whole = view;
            view = Cut(whole, entry, dim);
            if (entry is { Kind: IndexKind.Slice, Step: < 0 })
            {
                backwards.Add(dim);
            }

            dim += entry.Kind != IndexKind.Integer || IsPick(entry) ? 1 : 0;
        }

        return view;
    }

    // From one axis: slices, without moving the others.
    private TensorHandle PickSlices(TensorHandle view, TensorHandle index)
    {
        var dim = _picks[0].Dim;
        using var picked = Aten.Call("aten::index_select"u8, default, view, (long)dim, index);
        return RowMajor.Reshape(picked, Result.Sizes);
    }

    // From several: these become the rows of a matrix.
    private TensorHandle PickRows(TensorHandle view, TensorHandle index)
    {
        using var ordered = Permute(view, PickedFirst());
        using var rows = RowMajor.Reshape(ordered, RowCount(), RestSize());
        using var picked = Aten.Call("aten::index_select"u8, default, rows, 0L, index);
        using var shaped = RowMajor.Reshape(picked, [.. Picked.Sizes, .. Rest.Select(Size)]);
        return Permute(shaped, PickedInPlace());
    }

    private TensorHandle Cut(TensorHandle x, IndexEntry entry, int dim)
    {
        switch (entry.Kind)
        {
            case IndexKind.NewAxis:
                return Aten.Call("aten::unsqueeze"u8, default, x, (long)dim);
            case IndexKind.Integer when !IsPick(entry):
                return Aten.Call("aten::select"u8, "int"u8, x, (long)dim, (long)entry.Start!.Value);
            case IndexKind.Slice when entry != IndexEntry.All:
                var step = Math.Abs((long)entry.Step);
                var (start, length) = entry.Cut(x.Sizes[dim]);
                var first = entry.Step > 0 ? start : start - ((length - 1) * step);
                var end = length == 0 ? first : first + ((length - 1) * step) + 1;
                return Aten.Call(
                    "aten::slice"u8,
                    "Tensor"u8,
                    x,
                    (long)dim,
                    Argument.Some(Math.Max(first, 0)),
                    Argument.Some(Math.Max(end, 0)),
                    step);
            default:
                return x.NewReference();
        }
    }

    private static TensorHandle Flip(TensorHandle x, List<int> axes) => axes.Count == 0
        ? x.NewReference()
        : Aten.Call("aten::flip"u8, default, x, axes.ConvertAll(axis => (long)axis).ToArray());

    private static TensorHandle Permute(TensorHandle x, int[] order) =>
        order.AsSpan().SequenceEqual(Enumerable.Range(0, order.Length).ToArray())
            ? x.NewReference()
            : Aten.Call("aten::permute"u8, default, x, Array.ConvertAll(order, axis => (long)axis));

    private static int[] Inverse(int[] order) =>
        [.. Enumerable.Range(0, order.Length).OrderBy(axis => order[axis])];

    private int[] PickedFirst() => [.. _picks.Select(pick => pick.Dim), .. Rest];

    private int[] PickedInPlace()
    {
        var picked = Enumerable.Range(0, Picked.Rank);
        var rest = Enumerable.Range(Picked.Rank, _view.Count - _picks.Count).ToArray();
        return [.. rest[..Place], .. picked, .. rest[Place..]];
    }

    /// <summary>The rows that the indices name: Σ index · stride over the axes that are picked from.</summary>
    private TensorHandle Linear(ReadOnlySpan<TensorHandle> places)
    {
        var linear = RowMajor.Zeros([Picked.Size], DType.Int64);
        var rows = linear.Elements<long>();
        var next = 0;
        foreach (var (entry, axis, dim) in _picks)
        {
            using var index = entry.Kind == IndexKind.Tensor ? Spread(places[next++]) : default;
            var size = Size(dim);
            var single = (entry.Start ?? 0) < 0 ? (entry.Start ?? 0) + size : entry.Start ?? 0;
            var indices = index == default ? default : index.Elements<long>();
            for (var i = 0; i < rows.Length; i++)
            {
                var given = indices.IsEmpty ? single : indices[i];
                var wrapped = given < 0 ? given + size : given;
                if (wrapped < 0 || wrapped >= size)
                {
                    linear.Dispose();
                    throw OutOfRange(axis, size, given);
                }

                rows[i] = (rows[i] * size) + wrapped;
            }
        }

        return linear;
    }

    private TensorHandle Spread(TensorHandle places)
    {
        using var spread = RowMajor.Expand(places, Picked.Sizes);
        return RowMajor.Copy(spread, DType.Int64);
    }

    private long Size(int dim) => _view[dim]!.Value;

    private long RowCount() => _picks.Aggregate(1L, (count, pick) => count * Size(pick.Dim));

    private long RestSize() => Rest.Aggregate(1L, (count, dim) => count * Size(dim));
}
