namespace Hornet.Training;

/// <summary>Brings what users pass as data into the form that batches are cut from.</summary>
internal static class ArrayData
{
    public static Batch Standardize(Batch data)
    {
        var batch = new Batch(
            Standardize(data.X),
            data.Y is null ? null : Standardize(data.Y),
            data.SampleWeight is null ? null : Standardize(data.SampleWeight));
        var count = batch.Size;
        foreach (var tensor in Tensors(batch))
        {
            if (tensor.Rank == 0 || tensor.Shape[0] != count)
            {
                throw new ArgumentException(
                    "Expected x, y and sample_weight with the same number of samples, which the first axis counts. " +
                    $"Received: {string.Join(", ", Tensors(batch).Select(each => each.Spec))}.");
            }
        }

        return batch;
    }

    /// <summary>Floats become floatx, as in Keras; integers, bools and text stay.</summary>
    public static Nested<Tensor> Standardize(Nested<Tensor> data) => data.Select(tensor => tensor switch
    {
        null => null!,
        EagerTensor { DType: DType.Float64 or DType.Float16 or DType.BFloat16 } =>
            Ops.Cast(tensor, Keras.Config.Floatx()),
        EagerTensor => tensor,
        Tensor => throw new ArgumentException(
            $"Expected data: arrays, or tensors that hold some. Received: {tensor}."),
    });

    public static IEnumerable<Tensor> Tensors(Batch batch) =>
        batch.ToNested().Flatten().Where(tensor => tensor is not null);
}
