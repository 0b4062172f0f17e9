namespace Hornet.Saving.Hdf5;

/// <summary>A group or data set that is to be written.</summary>
/// <param name="tensor">The elements of a data set; null for a group.</param>
internal sealed class Hdf5Node(EagerTensor? tensor = null)
{
    /// <summary>The elements of a data set; null for a group.</summary>
    public EagerTensor? Tensor => tensor;

    /// <summary>What a group holds.</summary>
    public Dictionary<string, Hdf5Node> Children { get; } = [];

    /// <summary>Texts by their names; whether they are a list, be it of one.</summary>
    public OrderedDictionary<string, (string[] Texts, bool IsList)> Attributes { get; } = [];
}
