using Hornet.Native;

namespace Hornet;

/// <summary>Views and small kernels on bare handles. Each result is the caller's.</summary>
internal static class Views
{
    /// <summary>The elements in another dtype; the tensor itself where it has that dtype.</summary>
    public static TensorHandle Cast(TensorHandle x, DType dtype) =>
        x.DType == dtype ? x.NewReference() : Kernels.To(x, dtype);
}
