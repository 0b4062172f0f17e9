using Hornet.Serialization;

namespace Hornet;

/// <content>What saved graphs can name.</content>
public static partial class Ops
{
    /// <summary>The ops with Keras's names of their classes and parameters.</summary>
    internal static List<OperationEntry> Operations()
    {
        var entries = new List<OperationEntry>
        {
            new(typeof(GetItemOp), "keras.src.ops.numpy", OperationForms.GetItem, _ => [],
                config => throw new ArgumentException($"{config.ClassName}: only its call says what it takes.")),
        };
        AddGenerated(entries);
        return entries;
    }

    // Written by the generator.
    static partial void AddGenerated(List<OperationEntry> entries);
}
