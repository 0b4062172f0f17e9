using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The Kronecker product: every element of the first tensor times the whole second one.</summary>
    /// <param name="x1">Any tensor.</param>
    /// <param name="x2">Any tensor. The one of fewer axes gets axes of size 1 in front.</param>
    /// <example><code>var z = Ops.Kron(x, y); // (4, 9)</code></example>
    public static Tensor Kron(Tensor x1, Tensor x2) => new KronOp().Apply(x1, x2);

    private sealed record KronOp : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.Common(inputs);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y)
        {
            var (first, second) = Aligned(x.Shape, y.Shape);
            return x with { Shape = [.. first.Zip(second, (a, b) => a * b)] };
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::kron"u8, default, x, y);

        // Each axis of the result is one of the first and one of the second: apart, it is a product that broadcasts.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, y) = (saved.InputSpec(0).Shape, saved.InputSpec(1).Shape);
            var (first, second) = Aligned(x, y);
            var apart = Reshape(g, [.. Interleaved(first, second)]);
            var ones = first.ConvertAll(_ => (int?)1);
            int[] even = [.. Enumerable.Range(0, first.Count).Select(axis => 2 * axis)];
            int[] odd = [.. even.Select(axis => axis + 1)];
            return (
                saved.Wants(0) ? Share(saved.Input(1), Interleaved(ones, second), odd, x) : null,
                saved.Wants(1) ? Share(saved.Input(0), Interleaved(first, ones), even, y) : null);

            Tensor Share(Tensor other, IEnumerable<int?> spread, int[] axes, Shape shape) =>
                Reshape(Sum(apart * Reshape(other, [.. spread]), Axes.Create(axes)), shape);
        }

        private static IEnumerable<int?> Interleaved(List<int?> first, List<int?> second) =>
            first.Zip(second, (a, b) => new[] { a, b }).SelectMany(pair => pair);

        private static (List<int?> First, List<int?> Second) Aligned(Shape x, Shape y)
        {
            var rank = Math.Max(x.Rank, y.Rank);
            return (
                [.. Enumerable.Repeat<int?>(1, rank - x.Rank), .. x],
                [.. Enumerable.Repeat<int?>(1, rank - y.Rank), .. y]);
        }
    }
}
