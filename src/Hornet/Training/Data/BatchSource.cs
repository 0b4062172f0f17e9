namespace Hornet.Training;

/// <summary>Where batches come from.</summary>
internal abstract class BatchSource
{
    /// <summary>How many batches an epoch has; null where that is not known.</summary>
    public abstract int? Count { get; }

    /// <summary>Whether the batches' tensors are made here, so that they can be freed after their step.</summary>
    public abstract bool OwnsBatches { get; }

    /// <summary>Forgets where the last epoch ended.</summary>
    public virtual void Restart()
    {
    }

    /// <summary>The batches of one epoch.</summary>
    /// <param name="steps">How many there are; all where null.</param>
    public abstract IEnumerable<Batch> Batches(int? steps);
}
