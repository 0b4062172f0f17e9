namespace Hornet.Testing;

/// <summary>A line of the reference cases, or a file of their arrays, is not written as their README says.</summary>
public sealed class CorpusFormatException : FormatException
{
    /// <summary>An error without a text of its own.</summary>
    public CorpusFormatException()
        : base("The reference cases are malformed.")
    {
    }

    /// <summary>Says what is wrong, in which file and where in it.</summary>
    public CorpusFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, in which file and where in it, and what found it.</summary>
    public CorpusFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
