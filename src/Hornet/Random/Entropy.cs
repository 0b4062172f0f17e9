namespace Hornet;

/// <summary>Bytes that nobody can foresee, for generators that were given no seed.</summary>
internal static class Entropy
{
    private const int SizeOfGuid = 16;

    /// <summary>Fills whole blocks of 16 bytes.</summary>
    /// <remarks>
    /// From the system, by way of identifiers, in which 122 of 128 bits are random: <c>RandomNumberGenerator</c> loads
    /// OpenSSL first, 7 ms or more of a program's start.
    /// </remarks>
    public static void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i += SizeOfGuid)
        {
            Guid.NewGuid().TryWriteBytes(bytes[i..]);
        }
    }
}
