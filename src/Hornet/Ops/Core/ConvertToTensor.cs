namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor of numbers or of an array; a tensor itself, in another dtype if need be.</summary>
    /// <remarks>A C# literal that was converted is like other tensors: it does not give way to their dtypes.</remarks>
    /// <param name="x">A number, an array or a tensor.</param>
    /// <param name="dtype">The dtype; that of <paramref name="x"/> where null.</param>
    /// <example><code>var y = Ops.ConvertToTensor(new[] { 1, 2 }, DType.Float32);</code></example>
    public static Tensor ConvertToTensor(Tensor x, DType? dtype = null) => new ConvertToTensorOp(dtype).Apply(x);

    /// <summary>A copy of the elements as an array of the same rank: a <c>float[,]</c> of a matrix.</summary>
    /// <param name="x">A tensor with data.</param>
    /// <exception cref="InvalidOperationException">The tensor is symbolic, or being traced.</exception>
    /// <example><code>var array = (float[,])Ops.ConvertToNumpy(x);</code></example>
    public static System.Array ConvertToNumpy(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.ToArray();
    }

    private sealed record ConvertToTensorOp(DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            inputs[0] is EagerTensor { Literal: { } literal } ? Constants.Get(literal, DType ?? literal.DType)
            : DType is { } dtype ? Cast(inputs[0], dtype)
            : inputs[0];
    }
}
