using Hornet.Serialization;

namespace Hornet.Layers;

/// <content>What files keep of a layer's own weights.</content>
public abstract partial class Layer
{
    /// <summary>The members, without underscore, that are private in Keras too: files have them with one.</summary>
    internal virtual IReadOnlyList<string> PrivateMembers => [];

    /// <summary>Puts what files keep of this layer into a store: its own variables by their numbers, those of the
    /// layers inside left out.</summary>
    /// <param name="store">Takes the values; each by the name of its data set.</param>
    protected internal virtual void SaveOwnVariables(IDictionary<string, Tensor> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        OwnStore.Save(SavedVariables, store);
    }

    /// <summary>Takes what <see cref="SaveOwnVariables"/> put into a store.</summary>
    /// <param name="store">The values of the file.</param>
    /// <exception cref="ArgumentException">They do not fit; each line of the message names one.</exception>
    protected internal virtual void LoadOwnVariables(IReadOnlyDictionary<string, Tensor> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!Built && store.Count > 0 && SavedVariables.Count == 0)
        {
            throw new ArgumentException(
                $"expected a layer that has been built. Received {store.Count} values for one that was not: apply it "
                + "to a tensor before loading.");
        }

        OwnStore.Load(SavedVariables, store);
    }

    /// <summary>The variables of this layer alone, in the order of files: trainable ones first, frozen or not.
    /// </summary>
    internal IReadOnlyList<Variable> SavedVariables
    {
        get
        {
            var own = OwnVariables.ToArray();
            return [.. own.Where(IsTrainableKind), .. own.Where(variable => !IsTrainableKind(variable))];
        }
    }
}
