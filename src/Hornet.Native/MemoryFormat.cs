namespace Hornet.Native;

/// <summary>The order in which a tensor's axes lie in memory.</summary>
internal enum MemoryFormat
{
    Contiguous,
    ChannelsLast,
    ChannelsLast3D,
    Preserve,
}
