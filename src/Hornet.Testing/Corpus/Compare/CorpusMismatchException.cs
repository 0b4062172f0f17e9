namespace Hornet.Testing;

/// <summary>What was computed is not what a reference case expects.</summary>
public sealed class CorpusMismatchException : Exception
{
    /// <summary>An error without a text of its own.</summary>
    public CorpusMismatchException()
        : base("A result differs from what the reference case expects.")
    {
    }

    /// <summary>Says where, what was expected and what was received.</summary>
    public CorpusMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Says where, what was expected and what was received, and what caused it.</summary>
    public CorpusMismatchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
