namespace Hornet.Saving.Hdf5;

/// <summary>What h5py calls false and true: the names are in the file.</summary>
internal enum Hdf5Bool : sbyte
{
    /// <summary>False.</summary>
    FALSE,

    /// <summary>True.</summary>
    TRUE,
}
