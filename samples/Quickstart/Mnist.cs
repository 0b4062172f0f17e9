using Hornet;
using Hornet.Datasets;

namespace Quickstart;

/// <summary>The handwritten digits that ship with this sample: 60,000 to learn from, 10,000 to test with.</summary>
internal static class Mnist
{
    /// <summary>Images of shape (samples, 28, 28, 1) with values from 0 to 1, and their digits.</summary>
    public static (Tensor Images, Tensor Digits) Load(string part)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "mnist");
        var images = IdxFile.Read(Path.Combine(folder, $"{part}-images-idx3-ubyte.gz"));
        var digits = IdxFile.Read(Path.Combine(folder, $"{part}-labels-idx1-ubyte.gz"));
        var scaled = Ops.Cast(images, DType.Float32) / 255;
        return (Ops.ExpandDims(scaled, axis: -1), Ops.Cast(digits, DType.Int32));
    }
}
