namespace Hornet.Saving.Hdf5;

/// <summary>Where a member of a group lies.</summary>
/// <param name="Header">The address of its header.</param>
/// <param name="Tree">Of a group: the address of its index.</param>
/// <param name="Heap">Of a group: the address of its names.</param>
internal readonly record struct Hdf5Entry(long Header, long Tree = 0, long Heap = 0)
{
    /// <summary>Writes it but for its name.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Header);
        writer.Write(Tree == 0 ? 0 : 1); // whether the two addresses follow
        writer.Write(0);
        writer.Write(Tree);
        writer.Write(Heap);
    }
}
