using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements along axes moved on; what leaves at the end comes in at the beginning.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="shift">By how many places; backwards where negative.</param>
    /// <param name="axis">The axes; the tensor rolls as if it were flat where null.</param>
    /// <example><code>var y = Ops.Roll(x, 1, axis: 0);</code></example>
    public static Tensor Roll(Tensor x, int shift, Axes? axis = null) => Roll(x, [shift], axis);

    /// <summary>The elements along axes moved on; what leaves at the end comes in at the beginning.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="shift">By how many places along each of the axes; backwards where negative.</param>
    /// <param name="axis">The axes; the tensor rolls as if it were flat where null.</param>
    /// <example><code>var y = Ops.Roll(x, [1, -1], axis: [0, 1]);</code></example>
    public static Tensor Roll(Tensor x, int[] shift, Axes? axis = null)
    {
        ArgumentNullException.ThrowIfNull(shift);
        return new RollOp([.. shift], axis).Apply(x);
    }

    private sealed record RollOp(ValueList<int> Shift, Axes? Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            foreach (var axis in Axis?.ToArray() ?? [])
            {
                _ = x.Shape.Resolve(axis, ClassName);
            }

            return Axis is null || Shift.Count == Axis.Count || Shift.Count == 1 || Axis.Count == 1
                ? x
                : throw new ShapeException(
                    ClassName, "as many shifts as axes, or one", $"shift={Shift}, axis={Axis}");
        }

        // One shift counts for all axes, and several for one axis one after the other.
        protected override TensorHandle Run(TensorHandle x)
        {
            if (Axis is null)
            {
                long[] sum = [Shift.Sum(shift => (long)shift)];
                return Aten.Call("aten::roll"u8, default, x, sum, Array.Empty<long>());
            }

            var count = Math.Max(Shift.Count, Axis.Count);
            var (shifts, axes) = (new long[count], new long[count]);
            for (var i = 0; i < count; i++)
            {
                shifts[i] = Shift[i % Shift.Count];
                axes[i] = Axis[i % Axis.Count];
            }

            return Aten.Call("aten::roll"u8, default, x, shifts, axes);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Roll(g, [.. Shift.Select(shift => -shift)], Axis);
    }
}
