namespace Hornet.Training;

/// <summary>Keeps the last part of the samples for validation.</summary>
internal static class ValidationSplit
{
    public static (Batch Training, Batch Validation) Cut(Batch data, double validationSplit)
    {
        if (validationSplit is not (> 0 and < 1))
        {
            throw new ArgumentException(
                $"Expected `validation_split` between 0 and 1. Received: {validationSplit}.", nameof(validationSplit));
        }

        data = ArrayData.Standardize(data);
        var samples = data.Size;
        var at = (int)Math.Floor(samples * (1 - validationSplit));
        return at == 0 || at == samples
            ? throw new ArgumentException(
                $"Training data contains {samples} samples, which is not sufficient to split it into a " +
                $"validation and " +
                $"training set as specified by `validation_split={validationSplit}`. Either provide more data, or " +
                "another value for `validation_split`.")
            : (Part(data, 0, at), Part(data, at, samples));
    }

    private static Batch Part(Batch data, int start, int stop) => Batch.FromNested(
        data.ToNested().Select(tensor => tensor is null ? null! : Rows.Slice(tensor, start, stop)));
}
