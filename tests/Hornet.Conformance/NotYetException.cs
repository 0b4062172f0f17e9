namespace Hornet.Conformance;

/// <summary>A case needs something that does not exist: it is neither passed nor failed.</summary>
internal sealed class NotYetException(string missing) : Exception($"{missing} does not exist yet.")
{
    /// <summary>What is missing, by Keras's name.</summary>
    public string Missing { get; } = missing;
}
