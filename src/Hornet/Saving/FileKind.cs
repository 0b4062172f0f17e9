namespace Hornet.Saving;

/// <summary>What a file is by its first bytes.</summary>
internal enum FileKind
{
    /// <summary>A zip archive: <c>.keras</c>.</summary>
    Archive,

    /// <summary>HDF5: <c>.h5</c>.</summary>
    Hdf5,

    /// <summary>Anything else.</summary>
    Unknown,
}
