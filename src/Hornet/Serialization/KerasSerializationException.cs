namespace Hornet.Serialization;

/// <summary>A configuration could not be read or written.</summary>
public sealed class KerasSerializationException : Exception
{
    /// <inheritdoc cref="KerasSerializationException"/>
    public KerasSerializationException()
    {
    }

    /// <inheritdoc cref="KerasSerializationException"/>
    /// <param name="message">What was wrong, what was expected, how to mend it.</param>
    public KerasSerializationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="KerasSerializationException"/>
    /// <param name="message">What was wrong, what was expected, how to mend it.</param>
    /// <param name="innerException">The cause.</param>
    public KerasSerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
