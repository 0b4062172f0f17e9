namespace Hornet.Testing;

/// <summary>A value in a reference case: a closed family, a record for each form of the corpus's READMEs.</summary>
public abstract record CorpusValue
{
    private protected CorpusValue()
    {
    }

    /// <summary>The value as a short text for messages, much as Python writes it.</summary>
    public sealed override string ToString() => CorpusText.Of(this);
}
