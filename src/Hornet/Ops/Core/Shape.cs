namespace Hornet;

/// <summary>
/// The functions of <see cref="Ops"/> whose names are also names of types. As members they would hide these types from
/// every op; as extensions they do not.
/// </summary>
public static class OpsExtensions
{
    extension(Ops)
    {
        /// <summary>The sizes of the axes, null where unknown.</summary>
        /// <param name="x">Any tensor.</param>
        /// <example><code>var shape = Ops.Shape(x); // (2, 3)</code></example>
        public static Shape Shape(Tensor x)
        {
            ArgumentNullException.ThrowIfNull(x);
            return x.Shape;
        }

        /// <summary>A tensor of numbers or of an array, or a copy of a tensor.</summary>
        /// <param name="x">A number, an array or a tensor.</param>
        /// <param name="dtype">The dtype; that of <paramref name="x"/> where null.</param>
        /// <example><code>var y = Ops.Array(new[] { 1, 2 }, DType.Float32);</code></example>
        public static Tensor Array(Tensor x, DType? dtype = null) => Ops.ArrayOf(x, dtype);
    }
}

public static partial class Ops
{
    internal static Tensor ArrayOf(Tensor x, DType? dtype) => new ArrayOp(dtype).Apply(x);

    private sealed record ArrayOp(DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ConvertToTensor(inputs[0], DType);
    }
}
