using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Elements of a tensor again around it: its edge, its mirror image, its other end.</summary>
    private sealed record PadIndexedOp(ValueList<(int Before, int After)> Widths, string Mode) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            for (var axis = 0; axis < Widths.Count; axis++)
            {
                if (x.Shape[axis] == 0 && Widths[axis] != default)
                {
                    throw new ShapeException("Pad", $"elements to repeat in axis {axis}", $"x={x}, mode='{Mode}'");
                }
            }

            return x with { Shape = Padded(x.Shape, Widths) };
        }

        protected override TensorHandle Run(TensorHandle x)
        {
            var padded = Bits.Movable(x);
            for (var axis = 0; axis < Widths.Count; axis++)
            {
                if (Widths[axis] != default)
                {
                    using var narrow = padded;
                    var sources = Sources(axis, x.Sizes[axis]);
                    using var index = TensorHandle.From<long>(sources, [sources.Length], DType.Int64);
                    padded = Aten.Call("aten::index_select"u8, default, narrow, (long)axis, index);
                }
            }

            using var bits = padded;
            return Bits.View(bits, x.DType);
        }

        // What stands in several places has the sum of their cotangents.
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var sizes = saved.InputSpec(0).Shape.Sizes;
            for (var axis = Widths.Count - 1; axis >= 0; axis--)
            {
                if (Widths[axis] != default)
                {
                    g = new ScatterSlicesOp(axis, sizes[axis]).Apply(g, Tensor.From(Sources(axis, sizes[axis])));
                }
            }

            return g;
        }

        /// <summary>For each place of the padded axis the place that it shows.</summary>
        private long[] Sources(int axis, long size)
        {
            var (before, after) = Widths[axis];
            var sources = new long[before + size + after];
            for (var i = 0; i < sources.Length; i++)
            {
                sources[i] = Source(i - before, size);
            }

            return sources;
        }

        private long Source(long place, long size) => Mode switch
        {
            "edge" => Math.Clamp(place, 0, size - 1),
            "wrap" => Modulo(place, size),
            "symmetric" => Math.Min(Modulo(place, 2 * size), (2 * size) - 1 - Modulo(place, 2 * size)),
            _ when size == 1 => 0,
            _ => Math.Min(Modulo(place, (2 * size) - 2), (2 * size) - 2 - Modulo(place, (2 * size) - 2)),
        };

        private static long Modulo(long place, long period) => ((place % period) + period) % period;
    }
}
