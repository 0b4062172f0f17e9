using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <content>What files keep of an optimizer.</content>
public abstract partial class Optimizer
{
    /// <summary>The optimizers that this one owns.</summary>
    internal virtual IReadOnlyList<TrackedMember> Members => [];

    /// <summary>Puts what files keep of this optimizer into a store: its variables by their numbers.</summary>
    /// <param name="store">Takes the values; each by the name of its data set.</param>
    protected internal virtual void SaveOwnVariables(IDictionary<string, Tensor> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        OwnStore.Save(Variables, store);
    }

    /// <summary>Takes what <see cref="SaveOwnVariables"/> put into a store. An optimizer that has other variables than
    /// the saved one starts anew, with a warning.</summary>
    /// <param name="store">The values of the file.</param>
    /// <exception cref="ArgumentException">They do not fit; each line of the message names one.</exception>
    protected internal virtual void LoadOwnVariables(IReadOnlyDictionary<string, Tensor> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Count != Variables.Count)
        {
            Warnings.Emit(
                $"Optimizer '{Name}' has {Variables.Count} variables, the saved one has {store.Count}: it starts "
                + $"anew.{(Built ? "" : " It has not been built.")}");
            return;
        }

        OwnStore.Load(Variables, store);
    }
}
