using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The differences of neighbours along an axis, taken n times.</summary>
    /// <param name="a">Any tensor of numbers; of bools the result is whether neighbours differ.</param>
    /// <param name="n">How often differences are taken.</param>
    /// <param name="axis">The axis to go along.</param>
    /// <example><code>var z = Ops.Diff(new[] { 1, 4, 9 }); // 3, 5</code></example>
    public static Tensor Diff(Tensor a, int n = 1, int axis = -1) => n >= 0
        ? new DiffOp(n, axis).Apply(a)
        : throw new ArgumentException($"Diff: expected n to be 0 or more. Received: n={n}.", nameof(n));

    private sealed record DiffOp(int N, int Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec a)
        {
            var axis = a.Shape.Resolve(Axis, ClassName);
            return a.Shape[axis] is { } size ? a with { Shape = a.Shape.With(axis, Math.Max(size - N, 0)) } : a;
        }

        protected override TensorHandle Run(TensorHandle a)
        {
            using var wide = Kernels.Widen(a);
            var times = Math.Min(N, wide.Sizes[Axis < 0 ? Axis + wide.Sizes.Length : Axis]);
            var differences = Aten.Call(
                "aten::diff"u8, default, wide, times, (long)Axis, Argument.None, Argument.None);
            return Kernels.Narrow(differences, a.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var size = saved.InputSpec(0).Shape[saved.InputSpec(0).Shape.Resolve(Axis, ClassName)]!.Value;
            if (size < N)
            {
                return null; // nothing of the input was left
            }

            for (var i = 0; i < N; i++)
            {
                g = new DiffTransposeOp(Axis).Apply(g);
            }

            return g;
        }
    }

    /// <summary>The transpose of the differences of neighbours: <c>xᵢ = gᵢ₋₁ − gᵢ</c>, and zeros beyond.</summary>
    private sealed record DiffTransposeOp(int Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec g)
        {
            var axis = g.Shape.Resolve(Axis, ClassName);
            return g with { Shape = g.Shape.With(axis, g.Shape[axis] + 1) };
        }

        protected override TensorHandle Run(TensorHandle g)
        {
            var sizes = g.Sizes.ToArray();
            sizes[Axis < 0 ? Axis + sizes.Length : Axis] = 1;
            using var zero = Kernels.Zeros(sizes, g.DType);
            using var negative = Aten.Call("aten::neg"u8, default, g);
            return Aten.Call(
                "aten::diff"u8, default, negative, 1L, (long)Axis, Argument.Some(zero), Argument.Some(zero));
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Diff(g, 1, Axis);
    }
}
