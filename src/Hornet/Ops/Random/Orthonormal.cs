using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>Of a tall matrix <c>QR</c>, the orthonormal columns <c>Q · sign(diag R)</c>.</summary>
/// <remarks>Uniform among all such where the matrix is normal. No gradient flows: it makes first values.</remarks>
internal sealed record OrthonormalOp : UnaryPrimitive
{
    protected override TensorHandle Run(TensorHandle x)
    {
        using var wide = Kernels.To(x, x.DType == DType.Float64 ? DType.Float64 : DType.Float32);
        Span<TensorHandle> parts = stackalloc TensorHandle[2];
        Aten.CallMany("aten::geqrf"u8, default, parts, wide); // R above the diagonal, what makes Q below it
        using var factors = parts[0];
        using var reflections = parts[1];
        using var q = Aten.Call("aten::linalg_householder_product"u8, default, factors, reflections);
        using var diagonal = Aten.Call("aten::diagonal"u8, default, factors, 0L, 0L, 1L);
        using var signs = Aten.Call("aten::sign"u8, default, diagonal);
        return Kernels.Narrow(Aten.Call("aten::mul"u8, "Tensor"u8, q, signs), x.DType);
    }

    protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
}
