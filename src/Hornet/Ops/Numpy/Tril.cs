using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The lower triangle of matrices: zeros above a diagonal.</summary>
    /// <param name="x">A tensor of at least 2 axes, the last two of which are matrices.</param>
    /// <param name="k">Which diagonal is the last to stay: 0 the main one, positive above it, negative below.</param>
    /// <example><code>var lower = Ops.Tril(x);</code></example>
    public static Tensor Tril(Tensor x, int k = 0) => new TrilOp(k).Apply(x);

    /// <summary>The upper triangle of matrices: zeros below a diagonal.</summary>
    /// <param name="x">A tensor of at least 2 axes, the last two of which are matrices.</param>
    /// <param name="k">Which diagonal is the first to stay: 0 the main one, positive above it, negative below.</param>
    /// <example><code>var upper = Ops.Triu(x);</code></example>
    public static Tensor Triu(Tensor x, int k = 0) => new TriuOp(k).Apply(x);

    private abstract record TriangleOp : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x.Shape.Rank >= 2
            ? x
            : throw new ShapeException(ClassName, "a tensor of at least 2 axes", $"x={x}");

        protected static TensorHandle Run(ReadOnlySpan<byte> op, TensorHandle x, int k)
        {
            using var bits = Bits.Movable(x);
            using var triangle = Aten.Call(op, default, bits, (long)k);
            return Bits.View(triangle, x.DType);
        }
    }

    private sealed record TrilOp(int K) : TriangleOp
    {
        protected override TensorHandle Run(TensorHandle x) => Run("aten::tril"u8, x, K);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Tril(g, K);
    }

    private sealed record TriuOp(int K) : TriangleOp
    {
        protected override TensorHandle Run(TensorHandle x) => Run("aten::triu"u8, x, K);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Triu(g, K);
    }
}
