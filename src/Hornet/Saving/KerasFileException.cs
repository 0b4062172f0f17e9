namespace Hornet.Saving;

/// <summary>A file of Keras could not be read or written.</summary>
public sealed class KerasFileException : Exception
{
    /// <inheritdoc cref="KerasFileException"/>
    public KerasFileException()
    {
    }

    /// <inheritdoc cref="KerasFileException"/>
    /// <param name="message">What was wrong, what was expected, how to mend it.</param>
    public KerasFileException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="KerasFileException"/>
    /// <param name="message">What was wrong, what was expected, how to mend it.</param>
    /// <param name="innerException">The cause.</param>
    public KerasFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
