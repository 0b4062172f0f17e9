namespace Hornet.Training;

/// <summary>Some of the samples of an array: text too.</summary>
internal static class Rows
{
    public static Tensor Slice(Tensor data, int start, int stop) => data.DType == DType.String
        ? Text(data, Enumerable.Range(start, stop - start))
        : data[start..stop];

    public static Tensor Take(Tensor data, Tensor indices) => data.DType == DType.String
        ? Text(data, indices.ToArray<int>())
        : Ops.Take(data, indices, axis: 0);

    private static EagerTensor Text(Tensor data, IEnumerable<int> rows)
    {
        var text = data.ToArray<string>();
        var width = (int)data.Shape[1..].Size;
        string[] chosen = [.. rows.SelectMany(row => text.Skip(row * width).Take(width))];
        return Tensor.From([chosen.Length / Math.Max(width, 1), .. data.Shape[1..]], chosen);
    }
}
