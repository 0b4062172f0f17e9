namespace Hornet.Saving;

/// <summary>Replaces a file by a new one that is whole: whoever is interrupted leaves the old one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file beside the one that is to be replaced, then takes its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may be there already.</param>
    /// <param name="write">Writes the bytes to a stream that can seek.</param>
    /// <exception cref="KerasFileException">It is there and must not be.</exception>
    public static void Write(string path, bool overwrite, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Target(path);
        CheckFree(target, overwrite);
        var temporary = Path.Combine(
            Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Refuses a file that is there and must not be replaced.</summary>
    public static void CheckFree(string path, bool overwrite)
    {
        if (!overwrite && File.Exists(path))
        {
            throw new KerasFileException(
                $"Expected no file at '{path}', since overwrite is false. Received: one that is there. Save under "
                + "another name, or pass overwrite: true.");
        }
    }

    // A link stays a link; what it leads to is replaced.
    private static string Target(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : Path.GetFullPath(path);
}
