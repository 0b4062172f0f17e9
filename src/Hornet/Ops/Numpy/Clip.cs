using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Limits each element to a range.</summary>
    /// <param name="x">Any tensor of real numbers; bools become int32.</param>
    /// <param name="xMin">The least that an element may be; no limit where null.</param>
    /// <param name="xMax">The most that an element may be; no limit where null.</param>
    /// <example><code>var z = Ops.Clip(x, 0, 1);</code></example>
    public static Tensor Clip(Tensor x, Tensor? xMin, Tensor? xMax)
    {
        if (IsLiteral(xMin, out var min) && IsLiteral(xMax, out var max))
        {
            return new ClipOp(min, max).Apply(x);
        }

        ArgumentNullException.ThrowIfNull(x);
        var clipped = x.DType == DType.Bool ? Cast(x, DType.Int32) : x;
        clipped = xMin is null ? clipped : Maximum(clipped, xMin);
        return xMax is null ? clipped : Minimum(clipped, xMax);
    }

    private static bool IsLiteral(Tensor? limit, out Literal? literal)
    {
        literal = (limit as EagerTensor)?.Literal;
        return limit is null || literal is not null;
    }

    private sealed record ClipOp(Literal? XMin, Literal? XMax) : MapOp
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Real;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            NotBool(Promotion.Common([inputs[0], Weak(XMin) ?? inputs[0], Weak(XMax) ?? inputs[0]]));

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            XMin is { } min && XMax is { } max && inputs[0].DType.IsFloating()
                ? new ElementLowering(Element.Clip, min.Number, max.Number)
                : null;

        protected override TensorHandle Run(TensorHandle x)
        {
            if (XMin is null && XMax is null)
            {
                return x.NewReference();
            }

            using var wide = Kernels.Widen(x);
            using var min = Limit(XMin, wide.DType);
            using var max = Limit(XMax, wide.DType);
            var clipped = Aten.Call("aten::clamp"u8, "Tensor"u8, wide, Optional(min), Optional(max));
            return Kernels.Narrow(clipped, x.DType);
        }

        // dx = g within the range, g / 2 on its edge, 0 outside
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            g = XMin is { } min ? g * Share(x, Constants.Get(min, x.DType)) : g;
            return XMax is { } max ? g * Share(Constants.Get(max, x.DType), x) : g;
        }

        private static EagerTensor? Weak(Literal? limit) => limit is { } value ? Constants.Weak(value) : null;

        // An integer that the dtype does not hold is no limit, or one at the end of its range.
        private static TensorHandle Limit(Literal? limit, DType dtype)
        {
            if (limit is not { } value || !dtype.IsInteger())
            {
                return limit is { } number ? Kernels.Scalar(number, dtype) : default;
            }

            using var wide = Kernels.Scalar(value, DType.Int64);
            return Saturation.Run(wide, dtype);
        }

        private static Argument Optional(TensorHandle limit) =>
            limit == default ? Argument.None : Argument.Some(limit);
    }
}
