using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Of matrices, the last two axes, in floats. Half precision is computed in float32.</summary>
    private abstract record MatrixOp : Primitive
    {
        public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            foreach (var x in inputs)
            {
                if (x.Shape.Rank < 2)
                {
                    throw new ShapeException(ClassName, "matrices: tensors of at least two axes", $"{x}");
                }
            }

            return Results(inputs);
        }

        public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var dtype = inputs[0].DType;
            if (!dtype.IsHalf() && !dtype.IsFloat8())
            {
                Compute(inputs, outputs);
                return;
            }

            TensorHandle[] wide = [.. inputs.ToArray().Select(input => Kernels.To(input, DType.Float32))];
            Compute(wide, outputs);
            Array.ForEach(wide, input => input.Dispose());
            foreach (ref var output in outputs)
            {
                output = output.DType == DType.Float32 ? Kernels.Narrow(output, dtype) : output;
            }
        }

        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs));

        /// <summary>The results' specs; every input has two axes.</summary>
        protected abstract TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs);

        /// <summary>Fills the outputs; the inputs are of float32, float64 or complex.</summary>
        protected abstract void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs);

        /// <summary>Refuses matrices whose sides are not known to be of one length.</summary>
        protected TensorSpec Squared(TensorSpec x) => x.Shape[^1] == x.Shape[^2]
            ? x
            : throw new ShapeException(ClassName, "square matrices", $"x={x}");

        /// <summary>The lengths of the sides, where they must be known.</summary>
        protected (int Rows, int Columns) Sides(TensorSpec x) =>
            x.Shape[^2] is { } rows && x.Shape[^1] is { } columns
                ? (rows, columns)
                : throw new ShapeException(ClassName, "matrices whose sides are of known lengths", $"x={x}");

        /// <summary>Of an op with further results, which nobody wants: the first ones.</summary>
        protected static void Keep(
            ReadOnlySpan<byte> op, Span<TensorHandle> outputs, params ReadOnlySpan<Argument> arguments)
        {
            Span<TensorHandle> results = stackalloc TensorHandle[outputs.Length + 1];
            Aten.CallMany(op, default, results, arguments);
            results[^1].Dispose();
            results[..^1].CopyTo(outputs);
        }

        /// <summary>The Hermitian part <c>(A + Aᴴ) / 2</c>: what a rule for such matrices sees of any.</summary>
        protected static TensorHandle Hermitian(TensorHandle x)
        {
            using var transposed = Aten.Call("aten::transpose"u8, "int"u8, x, -2L, -1L);
            using var adjoint = Aten.Call("aten::conj_physical"u8, default, transposed);
            using var sum = Kernels.Add(x, adjoint);
            using var half = Kernels.Scalar(0.5, x.DType.RealPart());
            return Aten.Call("aten::mul"u8, "Tensor"u8, sum, half);
        }
    }

    /// <summary>The rounding unit of what a dtype is computed in.</summary>
    private static double RoundingUnit(DType dtype) => Math.ScaleB(1, dtype.RealPart() == DType.Float64 ? -52 : -23);

    /// <summary>Ones on the diagonal of matrices of any size.</summary>
    private static Tensor EyeLike(Tensor x) => Tril(Triu(OnesLike(x)));

    private static Tensor Transposed(Tensor a) => Swapaxes(a, -2, -1);

    private static Tensor Adjoint(Tensor a) => Transposed(Conjugated(a)!);

    // A cotangent is the conjugate of a gradient in the sense of a scalar product.
    private static Tensor? Conjugated(Tensor? a) => a is not null && a.DType.IsComplex() ? Conjugate(a) : a;
}
