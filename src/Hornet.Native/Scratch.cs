namespace Hornet.Native;

/// <summary>Memory that a kernel needs while it runs: one block a thread, that grows and stays.</summary>
internal static class Scratch
{
    [ThreadStatic]
    private static MemoryBlock? t_block;

    /// <summary>At least so many bytes, contents not set. The next call on this thread gives the same.</summary>
    public static Address Get(long bytes)
    {
        if (t_block is null || t_block.Bytes < bytes)
        {
            t_block?.Free();
            t_block = new MemoryBlock(bytes);
        }

        return t_block.Start;
    }
}
