namespace Hornet.Saving.Hdf5;

/// <summary>The kinds of elements that Keras's files have.</summary>
internal enum Hdf5Kind
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number of IEEE's formats.</summary>
    Float,

    /// <summary>A text of a fixed number of bytes.</summary>
    Text,

    /// <summary>A text that lies in the file's heap.</summary>
    HeapText,

    /// <summary>Bytes without a meaning to HDF5.</summary>
    Opaque,

    /// <summary>One of some names: false and true.</summary>
    Enumeration,

    /// <summary>Anything else.</summary>
    Other,
}
