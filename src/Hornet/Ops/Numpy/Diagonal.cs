using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The diagonals of matrices, as a new last axis. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 2 axes.</param>
    /// <param name="offset">Which diagonal: 0 the main one, positive above it, negative below.</param>
    /// <param name="axis1">The axis of the rows, which the result has no more.</param>
    /// <param name="axis2">The axis of the columns, which the result has no more.</param>
    /// <example><code>var diagonal = Ops.Diagonal(x); // (2,)</code></example>
    public static Tensor Diagonal(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1) =>
        new DiagonalOp(offset, axis1, axis2).Apply(x);

    /// <summary>The sums of the diagonals of matrices.</summary>
    /// <param name="x">A tensor of at least 2 axes; bools and small integers add up in 32 bits.</param>
    /// <param name="offset">Which diagonal: 0 the main one, positive above it, negative below.</param>
    /// <param name="axis1">The axis of the rows, which the result has no more.</param>
    /// <param name="axis2">The axis of the columns, which the result has no more.</param>
    /// <example><code>var trace = Ops.Trace(x);</code></example>
    public static Tensor Trace(Tensor x, int offset = 0, int axis1 = 0, int axis2 = 1) =>
        new TraceOp(offset, axis1, axis2).Apply(x);

    /// <summary>Of a vector the matrix with that diagonal, of a matrix its diagonal.</summary>
    /// <param name="x">A tensor of 1 or 2 axes.</param>
    /// <param name="k">Which diagonal: 0 the main one, positive above it, negative below.</param>
    /// <example><code>var matrix = Ops.Diag(new float[] { 1, 2 });</code></example>
    public static Tensor Diag(Tensor x, int k = 0) => new DiagOp(k).Apply(x);

    /// <summary>The matrix with the elements of a tensor as its diagonal.</summary>
    /// <param name="x">Any tensor; it is flattened.</param>
    /// <param name="k">Which diagonal: 0 the main one, positive above it, negative below.</param>
    /// <example><code>var matrix = Ops.Diagflat(x); // (6, 6)</code></example>
    public static Tensor Diagflat(Tensor x, int k = 0) => new DiagflatOp(k).Apply(x);

    private sealed record DiagonalOp(int Offset, int Axis1, int Axis2) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x)
        {
            if (x.Shape.Rank < 2)
            {
                throw new ShapeException(ClassName, "a tensor of at least 2 axes", $"x={x}");
            }

            var axes = Axes.Create([Axis1, Axis2]).Resolve(x.Shape, ClassName);
            var rows = x.Shape[x.Shape.Resolve(Axis1, ClassName)];
            var columns = x.Shape[x.Shape.Resolve(Axis2, ClassName)];
            return x with { Shape = [.. x.Shape.Where((_, axis) => !axes.Contains(axis)), Length(rows, columns)] };
        }

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::diagonal"u8, default, x, (long)Offset, (long)Axis1, (long)Axis2);

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new PutDiagonalOp(saved.InputSpec(0).Shape, Offset, Axis1, Axis2).Apply(g);

        private int? Length(int? rows, int? columns)
        {
            var (below, right) = (rows + Math.Min(Offset, 0), columns - Math.Max(Offset, 0));
            return below is null || right is null ? null : Math.Max(Math.Min(below.Value, right.Value), 0);
        }
    }

    /// <summary>The reverse: zeros with these diagonals.</summary>
    private sealed record PutDiagonalOp(Shape Shape, int Offset, int Axis1, int Axis2) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x with { Shape = Shape };

        protected override TensorHandle Run(TensorHandle x)
        {
            var zeros = RowMajor.Zeros(Shape.Sizes, x.DType);
            using var diagonal =
                Aten.Call("aten::diagonal"u8, default, zeros, (long)Offset, (long)Axis1, (long)Axis2);
            RowMajor.Write(diagonal, x);
            return zeros;
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Diagonal(g, Offset, Axis1, Axis2);
    }

    private sealed record TraceOp(int Offset, int Axis1, int Axis2) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Sum(Diagonal(inputs[0], Offset, Axis1, Axis2), axis: -1);
    }

    private sealed record DiagOp(int K) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => inputs[0].Rank switch
        {
            1 => new EmbedDiagonalOp(K).Apply(inputs[0]),
            2 => Diagonal(inputs[0], K),
            _ => throw new ShapeException(ClassName, "a tensor of 1 or 2 axes", $"x={inputs[0].Spec}"),
        };
    }

    private sealed record DiagflatOp(int K) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Diag(Ravel(inputs[0]), K);
    }

    /// <summary>The square matrix with a vector as one of its diagonals.</summary>
    private sealed record EmbedDiagonalOp(int K) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) =>
            x with { Shape = [x.Shape[0] + Math.Abs(K), x.Shape[0] + Math.Abs(K)] };

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::diag_embed"u8, default, x, (long)K, 0L, 1L);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Diagonal(g, K);
    }
}
