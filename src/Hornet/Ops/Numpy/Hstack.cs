namespace Hornet;

public static partial class Ops
{
    /// <summary>Tensors one after the other along axis 1; of vectors along their only axis.</summary>
    /// <param name="xs">Tensors that differ in that axis only; a scalar counts as a vector of one.</param>
    /// <example><code>var z = Ops.Hstack([x, y]); // (2, 6)</code></example>
    public static Tensor Hstack(IReadOnlyList<Tensor> xs) => new HstackOp().Apply([.. xs]);

    /// <summary>Tensors one after the other along axis 0; vectors are rows.</summary>
    /// <param name="xs">Tensors that differ in that axis only.</param>
    /// <example><code>var z = Ops.Vstack([x, y]); // (4, 3)</code></example>
    public static Tensor Vstack(IReadOnlyList<Tensor> xs) => new VstackOp().Apply([.. xs]);

    /// <summary>Tensors one after the other along axis 2; vectors are rows of a matrix that is one deep.</summary>
    /// <param name="xs">Tensors that differ in that axis only.</param>
    /// <example><code>var z = Ops.Dstack([x, y]); // (2, 3, 2)</code></example>
    public static Tensor Dstack(IReadOnlyList<Tensor> xs) => new DstackOp().Apply([.. xs]);

    /// <summary>Tensors one after the other along axis 1; vectors are columns.</summary>
    /// <param name="xs">Tensors that differ in that axis only.</param>
    /// <example><code>var z = Ops.ColumnStack([x, y]); // (2, 6)</code></example>
    public static Tensor ColumnStack(IReadOnlyList<Tensor> xs) => new ColumnStackOp().Apply([.. xs]);

    private sealed record HstackOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Concatenate(Array.ConvertAll(inputs.ToArray(), AtLeast1D), !inputs.IsEmpty && inputs[0].Rank > 1 ? 1 : 0);
    }

    private sealed record VstackOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Concatenate(Array.ConvertAll(inputs.ToArray(), AtLeast2D), axis: 0);
    }

    private sealed record DstackOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Concatenate(
            Array.ConvertAll(inputs.ToArray(), x => x.Rank > 2 ? x : ExpandDims(AtLeast2D(x), -1)), axis: 2);
    }

    private sealed record ColumnStackOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Concatenate(
            Array.ConvertAll(inputs.ToArray(), x => x.Rank > 1 ? x : ExpandDims(AtLeast1D(x), -1)), axis: 1);
    }

    private static Tensor AtLeast1D(Tensor x) => x.Rank > 0 ? x : ExpandDims(x, 0);

    private static Tensor AtLeast2D(Tensor x) => x.Rank > 1 ? x : ExpandDims(AtLeast1D(x), 0);
}
