namespace Hornet;

public static partial class Ops
{
    /// <summary>Cuts axis 1 into equal parts, of a vector its only one. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">How many parts; it divides the axis.</param>
    /// <example><code>var parts = Ops.Hsplit(x, 3);</code></example>
    public static Tensor[] Hsplit(Tensor x, int indicesOrSections) =>
        new HsplitOp(indicesOrSections, null).ApplyMany(x);

    /// <summary>Cuts axis 1 before each of the indices, of a vector its only one. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">Where the second and the following parts begin, in ascending order.</param>
    /// <example><code>var parts = Ops.Hsplit(x, [1]);</code></example>
    public static Tensor[] Hsplit(Tensor x, int[] indicesOrSections)
    {
        ArgumentNullException.ThrowIfNull(indicesOrSections);
        return new HsplitOp(null, [.. indicesOrSections]).ApplyMany(x);
    }

    /// <summary>Cuts axis 0 into equal parts. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">How many parts; it divides the axis.</param>
    /// <example><code>var parts = Ops.Vsplit(x, 2);</code></example>
    public static Tensor[] Vsplit(Tensor x, int indicesOrSections) =>
        new VsplitOp(indicesOrSections, null).ApplyMany(x);

    /// <summary>Cuts axis 0 before each of the indices. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">Where the second and the following parts begin, in ascending order.</param>
    /// <example><code>var parts = Ops.Vsplit(x, [1]);</code></example>
    public static Tensor[] Vsplit(Tensor x, int[] indicesOrSections)
    {
        ArgumentNullException.ThrowIfNull(indicesOrSections);
        return new VsplitOp(null, [.. indicesOrSections]).ApplyMany(x);
    }

    /// <summary>Cuts axis 2 into equal parts. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 3 axes.</param>
    /// <param name="indicesOrSections">How many parts; it divides the axis.</param>
    /// <example><code>var parts = Ops.Dsplit(images, 3);</code></example>
    public static Tensor[] Dsplit(Tensor x, int indicesOrSections) =>
        new DsplitOp(indicesOrSections, null).ApplyMany(x);

    /// <summary>Cuts axis 2 before each of the indices. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 3 axes.</param>
    /// <param name="indicesOrSections">Where the second and the following parts begin, in ascending order.</param>
    /// <example><code>var parts = Ops.Dsplit(images, [1]);</code></example>
    public static Tensor[] Dsplit(Tensor x, int[] indicesOrSections)
    {
        ArgumentNullException.ThrowIfNull(indicesOrSections);
        return new DsplitOp(null, [.. indicesOrSections]).ApplyMany(x);
    }

    private abstract record SplitAxisOp(int? Sections, ValueList<int>? Indices) : Composite
    {
        protected sealed override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs) => Indices is { } indices
            ? Split(inputs[0], [.. indices], AxisOf(inputs[0].Shape))
            : Split(inputs[0], Sections!.Value, AxisOf(inputs[0].Shape));

        protected sealed override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected abstract int AxisOf(Shape shape);
    }

    private sealed record HsplitOp(int? Sections, ValueList<int>? Indices) : SplitAxisOp(Sections, Indices)
    {
        protected override int AxisOf(Shape shape) => shape.Rank > 1 ? 1 : 0;
    }

    private sealed record VsplitOp(int? Sections, ValueList<int>? Indices) : SplitAxisOp(Sections, Indices)
    {
        protected override int AxisOf(Shape shape) => 0;
    }

    private sealed record DsplitOp(int? Sections, ValueList<int>? Indices) : SplitAxisOp(Sections, Indices)
    {
        protected override int AxisOf(Shape shape) => 2;
    }
}
