namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements in row-major order, as one axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <example><code>var flat = Ops.Ravel(x); // (6,)</code></example>
    public static Tensor Ravel(Tensor x) => new RavelOp().Apply(x);

    private sealed record RavelOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Reshape(inputs[0], -1);
    }
}
