namespace Hornet.Saving.Hdf5;

/// <summary>Where a member of a group lies.</summary>
/// <param name="Address">The address of its header.</param>
/// <param name="Kind">What kind of link it is where it only points somewhere; null for a member itself.</param>
internal sealed record Hdf5Link(ulong Address, string? Kind);
