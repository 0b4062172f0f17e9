namespace Hornet.Conformance;

/// <summary>A file that is changed and loaded.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Load">Loads the file, or one that was made of it.</param>
internal sealed record FuzzSample(string Name, byte[] Bytes, Action<Stream> Load)
{
    /// <summary>Whether it is a zip archive.</summary>
    public bool IsArchive => Bytes.AsSpan().StartsWith("PK"u8);
}
