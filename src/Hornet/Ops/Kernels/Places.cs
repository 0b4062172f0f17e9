using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>Places in the first axes of a tensor, named by the last axis of an index tensor.</summary>
internal static class Places
{
    /// <summary>The shape of what stands at the places, null where the indices do not fit the tensor.</summary>
    public static Shape? Of(Shape x, Shape indices) =>
        indices.Rank > 0 && indices[^1] is { } depth && depth <= x.Rank ? [.. indices[..^1], .. x[depth..]] : null;

    /// <summary>A copy with the values at the places replaced, or combined with what is there.</summary>
    public static TensorHandle Scatter(TensorHandle x, TensorHandle indices, TensorHandle updates, string? reduction)
    {
        var depth = (int)indices.Sizes[^1];
        using var index = Indices.Linear(indices, x.Sizes[..depth], out var kept);
        using var inside = kept;
        using var rows = AsRows(x, depth);
        using var spread = RowMajor.Expand(updates, [.. indices.Sizes[..^1], .. x.Sizes[depth..]]);
        using var values = RowMajor.Reshape(spread, CountOf(indices), rows.Sizes[1]);
        using var picked = kept == default
            ? values.NewReference()
            : Aten.Call("aten::index_select"u8, default, values, 0L, inside);
        using var column = RowMajor.Reshape(index, -1, 1);
        using var places = RowMajor.Expand(column, picked.Sizes.ToArray());
        using var updated = Combine(rows, places, picked, reduction);
        return RowMajor.Reshape(updated, x.Sizes.ToArray());
    }

    /// <summary>What stands at the places, zeros where there is no such place.</summary>
    public static TensorHandle Gather(TensorHandle x, TensorHandle indices)
    {
        var depth = (int)indices.Sizes[^1];
        using var index = Indices.Linear(indices, x.Sizes[..depth], out var kept);
        using var inside = kept;
        using var rows = AsRows(x, depth);
        using var picked = Aten.Call("aten::index_select"u8, default, rows, 0L, index);
        using var all = kept == default ? picked.NewReference() : Spread(picked, inside, CountOf(indices));
        return RowMajor.Reshape(all, [.. indices.Sizes[..^1], .. x.Sizes[depth..]]);
    }

    private static TensorHandle AsRows(TensorHandle x, int depth)
    {
        var (rows, columns) = (1L, 1L);
        for (var axis = 0; axis < x.Sizes.Length; axis++)
        {
            _ = axis < depth ? rows *= x.Sizes[axis] : columns *= x.Sizes[axis];
        }

        return RowMajor.Reshape(x, rows, columns);
    }

    private static long CountOf(TensorHandle indices)
    {
        var count = 1L;
        foreach (var size in indices.Sizes[..^1])
        {
            count *= size;
        }

        return count;
    }

    private static TensorHandle Spread(TensorHandle rows, TensorHandle positions, long count)
    {
        using var zeros = RowMajor.Zeros([count, rows.Sizes[1]], rows.DType);
        using var column = RowMajor.Reshape(positions, -1, 1);
        using var places = RowMajor.Expand(column, rows.Sizes.ToArray());
        return Aten.Call("aten::scatter"u8, "src"u8, zeros, 0L, places, rows);
    }

    private static TensorHandle Combine(
        TensorHandle rows, TensorHandle places, TensorHandle values, string? reduction) => reduction switch
        {
            null => Aten.Call("aten::scatter"u8, "src"u8, rows, 0L, places, values),
            "add" => Aten.Call("aten::scatter_add"u8, default, rows, 0L, places, values),
            "mul" => Reduce(rows, places, values, "prod"),
            "max" => Reduce(rows, places, values, "amax"),
            _ => Reduce(rows, places, values, "amin"),
        };

    private static TensorHandle Reduce(
        TensorHandle rows, TensorHandle places, TensorHandle values, string reduction) =>
        Aten.Call("aten::scatter_reduce"u8, "two"u8, rows, 0L, places, values, reduction, true);
}

public static partial class Ops
{
    /// <summary>What stands at places in the first axes of a tensor, zeros where there is no such place.</summary>
    private sealed record GatherPlacesOp : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec indices) =>
            x with { Shape = Places.Of(x.Shape, indices.Shape)! };

        protected override TensorHandle Run(TensorHandle x, TensorHandle indices)
        {
            using var bits = Bits.Movable(x);
            using var picked = Places.Gather(bits, indices);
            return Bits.View(picked, x.DType);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (Scatter(saved.Input(1), g, saved.InputSpec(0).Shape), null);
    }
}
