using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The pseudoinverse of matrices: what inverts them where they can be inverted.</summary>
    /// <param name="x">Matrices, the last two axes.</param>
    /// <param name="rcond">Singular values up to this part of the greatest count as 0; ten times the longer side times
    /// the rounding unit where null.</param>
    /// <example><code>var inverse = Ops.Pinv(new float[,] { { 2, 0 }, { 0, 0 } }); // 0.5, 0; 0, 0</code></example>
    public static Tensor Pinv(Tensor x, double? rcond = null) => new PinvOp(rcond, Factor: 10).Apply(x);

    /// <summary>What comes nearest to solving <c>a x = b</c>, and is the shortest of that.</summary>
    /// <param name="a">A matrix.</param>
    /// <param name="b">A matrix or a vector of as many rows.</param>
    /// <param name="rcond">Singular values of <paramref name="a"/> up to this part of the greatest count as 0; the
    /// longer side times the rounding unit where null.</param>
    /// <example><code>
    /// var z = Ops.Lstsq(new float[,] { { 1 }, { 1 } }, new float[] { 1, 3 }); // 2
    /// </code></example>
    public static Tensor Lstsq(Tensor a, Tensor b, double? rcond = null) => new LstsqOp(rcond).Apply(a, b);

    private sealed record PinvOp(double? Rcond, int Factor) : MatrixOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            return [x with { Shape = [.. x.Shape[..^2], x.Shape[^1], x.Shape[^2]] }];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var (x, unit) = (inputs[0], RoundingUnit(inputs[0].DType));
            var part = Rcond ?? Factor * Math.Max(x.Sizes[^1], x.Sizes[^2]) * unit;
            outputs[0] = Aten.Call("aten::linalg_pinv"u8, default, x, part < 0 ? unit : part, false);
        }

        // With P = A⁺: dA = −Pᴴ g Pᴴ + (I − A P) gᴴ P Pᴴ + Pᴴ P gᴴ (I − P A)
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (a, p, dp) = (saved.Input(0), saved.Output, Conjugated(g[0])!);
            var (adjoint, turned) = (Adjoint(p), Adjoint(dp));
            var left = Matmul(turned, Matmul(p, adjoint));
            var right = Matmul(Matmul(adjoint, p), turned);
            return
            [
                Conjugated(
                    left - Matmul(a, Matmul(p, left)) + right - Matmul(Matmul(right, p), a)
                    - Matmul(adjoint, Matmul(dp, adjoint))),
            ];
        }
    }

    private sealed record LstsqOp(double? Rcond) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (a, b) = (inputs[0], inputs[1]);
            if (a.Rank != 2 || b.Rank is not (1 or 2) || !Shape.Agree(a.Shape[..1], b.Shape[..1]))
            {
                throw new ShapeException(
                    ClassName, "a matrix a, and a vector or matrix b of as many rows", $"a={a.Spec}, b={b.Spec}");
            }

            var dtype = Promotion.ToFloating(Promotion.Common(inputs));
            return Matmul(new PinvOp(Rcond, Factor: 1).Apply(Cast(a, dtype)), Cast(b, dtype));
        }
    }
}
