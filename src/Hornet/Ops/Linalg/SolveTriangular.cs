using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>What solves <c>a x = b</c> with triangular matrices.</summary>
    /// <param name="a">Square matrices, the last two axes. What is on the other side of the diagonal does not
    /// count.</param>
    /// <param name="b">Matrices of as many rows; or with one axis less, vectors.</param>
    /// <param name="lower">Whether the lower triangle of <paramref name="a"/> counts, not the upper one.</param>
    /// <example><code>
    /// var z = Ops.SolveTriangular(new float[,] { { 2, 0 }, { 1, 1 } }, new float[] { 2, 3 }, lower: true); // 1, 2
    /// </code></example>
    public static Tensor SolveTriangular(Tensor a, Tensor b, bool lower = false) =>
        new SolveTriangularOp(lower).Apply(a, b);

    private sealed record SolveTriangularOp(bool Lower) : SolutionOp
    {
        protected override Tensor Matrices(Tensor a, Tensor b) => new TriangularSystemOp(Lower).Apply(a, b);
    }

    /// <summary>Solutions for vectors or matrices, of a rule for matrices.</summary>
    private abstract record SolutionOp : Composite
    {
        protected sealed override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (a, b) = (inputs[0], inputs[1]);
            var isVector = b.Rank == a.Rank - 1 && b.Rank > 0;
            if (a.Rank < 2 || (b.Rank != a.Rank && !isVector))
            {
                throw new ShapeException(
                    ClassName, "matrices a, and b of as many axes, or of one less", $"a={a.Spec}, b={b.Spec}");
            }

            return isVector ? Squeeze(Matrices(a, ExpandDims(b, -1)), -1) : Matrices(a, b);
        }

        protected abstract Tensor Matrices(Tensor a, Tensor b);
    }

    /// <summary>A linear system for matrices.</summary>
    private abstract record SystemOp : MatrixOp
    {
        protected internal sealed override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected sealed override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var (a, b) = (Squared(inputs[0]), inputs[1]);
            return a.Shape[^2] == b.Shape[^2] && Shape.Broadcast(a.Shape[..^2], b.Shape[..^2]) is { } batch
                ? [b with { Shape = [.. batch, .. b.Shape[^2..]] }]
                : throw new ShapeException(
                    ClassName, "as many rows in b as in a, in as many matrices", $"a={a}, b={b}");
        }
    }

    private sealed record TriangularSystemOp(bool Lower) : SystemOp
    {
        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            outputs[0] = Aten.Call(
                "aten::linalg_solve_triangular"u8, default, inputs[0], inputs[1], !Lower, true, false);

        // db = A⁻ᵀ g, dA = −db xᵀ in the triangle
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var db = new TriangularSystemOp(!Lower).Apply(Transposed(saved.Input(0)), g[0]!);
            var da = saved.Wants(0) ? -Matmul(db, Transposed(saved.Output)) : null;
            return [da is null ? null : Lower ? Tril(da) : Triu(da), db];
        }
    }
}
