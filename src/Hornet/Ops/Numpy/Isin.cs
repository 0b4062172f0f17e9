using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether each element of one tensor is among those of another.</summary>
    /// <param name="x1">Any tensor.</param>
    /// <param name="x2">Any tensor.</param>
    /// <param name="assumeUnique">A promise that each tensor has an element once only; the result is the same.</param>
    /// <param name="invert">Whether to ask the opposite: whether it is not among them.</param>
    /// <example><code>var hits = Ops.Isin(new[] { 1, 2, 3 }, new[] { 2, 5 }); // false, true, false</code></example>
    public static Tensor Isin(Tensor x1, Tensor x2, bool assumeUnique = false, bool invert = false) =>
        new IsInOp(assumeUnique, invert).Apply(x1, x2);

    private sealed record IsInOp(bool AssumeUnique, bool Invert) : BinaryPrimitive
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => NotBool(Promotion.Common(inputs));

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y)
        {
            Require(ClassName, Kinds.Any, "x1", x);
            return x with { DType = DType.Bool };
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            using var elements = Kernels.Widen(x);
            using var others = Kernels.Widen(y);
            return elements.DType.IsComplex()
                ? Compare(elements, others)
                : Aten.Call("aten::isin"u8, "Tensor_Tensor"u8, elements, others, false, Invert);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);

        // Complex numbers have no order to search by: each is compared with each.
        private TensorHandle Compare(TensorHandle x, TensorHandle y)
        {
            using var column = Aten.Call("aten::unsqueeze"u8, default, x, -1L);
            using var row = RowMajor.Reshape(y, -1);
            using var equal = Aten.Call("aten::eq"u8, "Tensor"u8, column, row);
            var any = Aten.Call("aten::any"u8, "dim"u8, equal, -1L, false);
            if (!Invert)
            {
                return any;
            }

            using (any)
            {
                return Aten.Call("aten::logical_not"u8, default, any);
            }
        }
    }
}
