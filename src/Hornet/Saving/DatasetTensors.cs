using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Tensors of data sets.</summary>
internal static class DatasetTensors
{
    public static EagerTensor Read(Hdf5Dataset dataset)
    {
        var dtype = dataset.Type.ToDType(NameOfDType(dataset)) ?? throw new KerasFileException(
            $"'{dataset.Path}': Expected numbers. Received: elements of the kind {dataset.Type}.");
        if (dataset.Place() is { } place)
        {
            return ByteTensors.Read(dtype, dataset.Axes, memory => dataset.Read(place, memory));
        }

        var elements = dataset.Read();
        return ByteTensors.Read(dtype, dataset.Axes, elements.CopyTo);
    }

    private static string? NameOfDType(Hdf5Dataset dataset) =>
        dataset.Type.Kind == Hdf5Kind.Opaque ? dataset.Text("dtype") : null;
}
