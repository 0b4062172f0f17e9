namespace Hornet.Saving.Hdf5;

/// <summary>What is said of HDF5 files that are broken, or not of the kind that Keras writes.</summary>
internal static class Hdf5Error
{
    public static KerasFileException Broken(string expected, string received) => new(
        $"The HDF5 file is damaged. Expected {expected}. Received: {received}.");

    public static KerasFileException Unusual(string what) => new(
        $"The HDF5 file has {what}, which Keras does not write and Hornet does not read.");

    public static KerasFileException Link(string path, string kind) => new(
        $"'{path}' is {kind}. Expected data in the file itself: links out of a file or across it are not followed.");
}
