namespace Hornet;

public static partial class Ops
{
    /// <summary>Complex numbers of pairs along the last axis: real and imaginary part.</summary>
    /// <param name="x">A tensor of real numbers whose last axis has size 2.</param>
    /// <example><code>var z = Ops.ViewAsComplex(new float[,] { { 1, 2 } }); // 1 + 2i</code></example>
    public static Tensor ViewAsComplex(Tensor x) => new ViewAsComplexOp().Apply(x);

    /// <summary>Pairs along a new last axis: real and imaginary parts.</summary>
    /// <param name="x">A tensor of complex numbers.</param>
    /// <example><code>
    /// var pairs = Ops.ViewAsReal(Ops.ViewAsComplex(new float[,] { { 1, 2 } })); // (1, 2)
    /// </code></example>
    public static Tensor ViewAsReal(Tensor x) => new ViewAsRealOp().Apply(x);

    private sealed record ViewAsComplexOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            return x.Rank > 0 && Shape.Agree(x.Shape[^1..], [2]) && Kinds.Real.Has(x.DType)
                ? new ComplexOp().Apply(x[TensorIndex.Ellipsis, 0], x[TensorIndex.Ellipsis, 1])
                : throw new ShapeException(
                    ClassName, "a tensor of real numbers whose last axis has size 2", $"x={x.Spec}");
        }
    }

    private sealed record ViewAsRealOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            Require(ClassName, Kinds.Any, "x", inputs[0].Spec);
            return Stack([Real(inputs[0]), Imag(inputs[0])], axis: -1);
        }
    }
}
