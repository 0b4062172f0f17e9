using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The determinant of matrices.</summary>
    /// <param name="x">Square matrices, the last two axes.</param>
    /// <example><code>var d = Ops.Det(new float[,] { { 1, 2 }, { 3, 4 } }); // -2</code></example>
    public static Tensor Det(Tensor x) => new DetOp().Apply(x);

    /// <summary>The sign of the determinant of matrices, and the logarithm of its absolute value.</summary>
    /// <param name="x">Square matrices, the last two axes.</param>
    /// <example><code>
    /// var (sign, logarithm) = Ops.Slogdet(new float[,] { { 1, 2 }, { 3, 4 } }); // -1, log(2)
    /// </code></example>
    public static (Tensor Sign, Tensor Logabsdet) Slogdet(Tensor x)
    {
        var results = new SlogdetOp().ApplyMany(x);
        return (results[0], results[1]);
    }

    /// <summary>The logarithm of the absolute value of the determinant of matrices.</summary>
    /// <param name="x">Square matrices, the last two axes.</param>
    /// <example><code>var logarithm = Ops.Logdet(new float[,] { { 1, 2 }, { 3, 4 } }); // log(2)</code></example>
    public static Tensor Logdet(Tensor x) => new LogdetOp().Apply(x);

    private sealed record DetOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs) =>
            [inputs[0] with { Shape = Squared(inputs[0]).Shape[..^2] }];

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            outputs[0] = Aten.Call("aten::linalg_det"u8, default, inputs[0]);

        // dA = g det(A) A⁻ᵀ
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            [OfMatrices(g[0]! * saved.Output) * Transposed(Inv(saved.Input(0)))];
    }

    private sealed record SlogdetOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var batch = x.Shape[..^2];
            return x.Shape[^1] is { } columns && x.Shape[^2] is { } rows && rows != columns
                ? throw new ShapeException(ClassName, "square matrices", $"x={x}")
                : [x with { Shape = batch }, new TensorSpec(batch, x.DType.RealPart())];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Aten.CallMany("aten::linalg_slogdet"u8, default, outputs, inputs[0]);

        // log|det A| grows by Re tr(A⁻¹ dA). The sign moves where it is complex: by i sign Im tr(A⁻¹ dA).
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var turn = g[0] is not null && saved.Output.DType.IsComplex()
                ? Imag(g[0]! * saved.Output) * new System.Numerics.Complex(0, 1)
                : null;
            var factor = g[1] is { } grown && turn is not null ? grown + turn : g[1] ?? turn;
            return [factor is null ? null : OfMatrices(factor) * Transposed(Inv(saved.Input(0)))];
        }
    }

    private sealed record LogdetOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => new SlogdetOp().ApplyMany(inputs)[1];
    }

    private static Tensor OfMatrices(Tensor x) => ExpandDims(x, [-2, -1]);
}
