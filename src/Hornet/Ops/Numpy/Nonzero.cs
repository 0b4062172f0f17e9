using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Where the elements are not 0: for each axis the indices (int32), in row-major order.</summary>
    /// <remarks>Their number is known only from the data: of a symbolic tensor it is an axis of unknown size.</remarks>
    /// <param name="x">Any tensor of numbers or bools.</param>
    /// <example><code>var rows = Ops.Nonzero(x)[0];</code></example>
    public static Tensor[] Nonzero(Tensor x) => new NonzeroOp().ApplyMany(x);

    private sealed record NonzeroOp : Primitive
    {
        // As in NumPy, a scalar counts as one of one element.
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var indices = new TensorSpec[Math.Max(inputs[0].Shape.Rank, 1)];
            Array.Fill(indices, new TensorSpec([null], DType.Int32));
            return indices;
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var x = inputs[0].Sizes.IsEmpty ? RowMajor.Reshape(inputs[0], 1) : inputs[0].NewReference();
            using var wide = Kernels.Widen(x);
            using var tuples = Aten.Call("aten::nonzero"u8, default, wide);
            using var narrow = RowMajor.Copy(tuples, DType.Int32);
            Aten.CallList("aten::unbind"u8, "int"u8, outputs, narrow, 1L);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null];
    }
}
