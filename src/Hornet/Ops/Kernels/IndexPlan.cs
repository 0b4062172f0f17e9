using Hornet.Native;

namespace Hornet;

/// <summary>What an index key does to a tensor of some shape: NumPy's rules.</summary>
/// <remarks>
/// First come the cuts: slices, new axes and, where no tensor is among the indices, single places. They give a view.
/// Where tensors are among the indices, these and the single places broadcast together, and pick from the axes of the
/// view that are theirs. What they pick stands where these axes were, or in front if they were apart.
/// </remarks>
internal sealed partial class IndexPlan
{
    private const string Operation = "GetItem";

    private readonly List<IndexEntry> _key = []; // with an entry for every axis
    private readonly List<(IndexEntry Entry, int Axis, int Dim)> _picks = []; // Dim: the axis of the view
    private readonly List<int?> _view = []; // the sizes of the view
    private readonly bool _picksPlaces;

    private IndexPlan(ValueList<IndexEntry> key, Shape x, ReadOnlySpan<TensorSpec> places)
    {
        _picksPlaces = !places.IsEmpty;
        var axis = 0;
        foreach (var entry in Whole(key, x))
        {
            Add(entry, entry.HasAxis ? axis++ : -1, x);
        }

        Picked = Broadcast(places);
    }

    /// <summary>The shape of the result.</summary>
    public Shape Result => _picks.Count == 0
        ? [.. _view]
        : [.. _view.Take(Place), .. Picked, .. Rest.Skip(Place).Select(dim => _view[dim])];

    /// <summary>The shape of what the index tensors pick, to which they broadcast.</summary>
    private Shape Picked { get; }

    /// <summary>Where the picked axes stand in the result: in front, if the axes they replace were apart.</summary>
    private int Place => _picks[^1].Dim - _picks[0].Dim == _picks.Count - 1 ? _picks[0].Dim : 0;

    /// <summary>The axes of the view that nothing is picked from.</summary>
    private IEnumerable<int> Rest => Enumerable.Range(0, _view.Count).Except(_picks.Select(pick => pick.Dim));

    public static IndexPlan Of(ValueList<IndexEntry> key, Shape x, ReadOnlySpan<TensorSpec> places) =>
        new(key, x, places);

    public static IndexPlan Of(ValueList<IndexEntry> key, TensorHandle x, ReadOnlySpan<TensorHandle> places)
    {
        var specs = new TensorSpec[places.Length];
        for (var i = 0; i < specs.Length; i++)
        {
            specs[i] = new TensorSpec(Shape.FromSizes(places[i].Sizes), places[i].DType);
        }

        return new IndexPlan(key, Shape.FromSizes(x.Sizes), specs);
    }

    // The ellipsis, or the end of the key, stands for all axes that are left.
    private static IEnumerable<IndexEntry> Whole(ValueList<IndexEntry> key, Shape x)
    {
        var left = x.Rank - key.Count(entry => entry.HasAxis);
        var ellipses = key.Count(entry => entry.Kind == IndexKind.Ellipsis);
        if (left < 0 || ellipses > 1)
        {
            throw new ShapeException(
                Operation, "an index for each axis at most, and one ellipsis at most", $"x of shape {x}, key={key}");
        }

        var rest = Enumerable.Repeat(IndexEntry.All, left);
        return key.SelectMany(entry => entry.Kind == IndexKind.Ellipsis ? rest : [entry])
            .Concat(ellipses == 0 ? rest : []);
    }

    private static void Check(IndexEntry entry, int axis, int? size)
    {
        if (entry.Kind == IndexKind.Integer && (entry.Start < -size || entry.Start >= size))
        {
            throw OutOfRange(axis, size!.Value, entry.Start!.Value);
        }

        if (entry.Kind == IndexKind.Tensor && !Shape.Agree(entry.Start, size))
        {
            throw new ShapeException(
                Operation, $"a mask of the size of axis {axis}, {size}", $"one of size {entry.Start}");
        }
    }

    private static ShapeException OutOfRange(int axis, long size, long index) => new(
        Operation, $"indices of axis {axis} of size {size} (from {-size} to {size - 1})", $"{index}");

    private void Add(IndexEntry entry, int axis, Shape x)
    {
        var size = axis >= 0 ? x[axis] : null;
        Check(entry, axis, size);
        _key.Add(entry);
        if (IsPick(entry))
        {
            _picks.Add((entry, axis, _view.Count));
            _view.Add(size);
        }
        else if (entry.Kind != IndexKind.Integer)
        {
            _view.Add(entry.Kind == IndexKind.NewAxis ? 1
                : entry == IndexEntry.All || size is null ? size
                : (int)entry.Cut(size.Value).Length);
        }
    }

    // Beside tensors a single place is picked like theirs.
    private bool IsPick(IndexEntry entry) =>
        entry.Kind == IndexKind.Tensor || (entry.Kind == IndexKind.Integer && _picksPlaces);

    private static Shape Broadcast(ReadOnlySpan<TensorSpec> places)
    {
        var shape = Shape.Scalar;
        foreach (var place in places)
        {
            if (!place.DType.IsInteger())
            {
                throw new ShapeException(Operation, "index tensors of integers or bools", $"{place}");
            }

            shape = Shape.Broadcast(shape, place.Shape) ?? throw new ShapeException(
                Operation, "index tensors whose shapes broadcast", string.Join(", ", places.ToArray()));
        }

        return shape;
    }
}
