using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>The ops that stand among the layers of saved graphs, and those alone.</summary>
internal static class OperationRegistry
{
    private static readonly Lazy<Dictionary<Type, OperationEntry>> s_byType =
        new(() => Ops.Operations().ToDictionary(entry => entry.Type));

    private static readonly Lazy<Dictionary<string, OperationEntry>> s_byName =
        new(() => Ops.Operations().ToDictionary(OperationForms.ClassName));

    /// <summary>Finds an op by Keras's name of its class.</summary>
    public static OperationEntry? Find(string className) => s_byName.Value.GetValueOrDefault(className);

    /// <summary>Writes an op as Keras does, without its calls.</summary>
    public static JsonObject Write(OpOperation operation)
    {
        var entry = s_byType.Value.GetValueOrDefault(operation.Op.GetType())
            ?? throw new KerasSerializationException(
                $"Expected ops that files can name. Received: {operation.ClassName}. Put it into a layer of your own, "
                + "marked [RegisterKerasSerializable].");
        var config = new JsonObject { ["name"] = operation.Name };
        foreach (var (key, value) in OperationForms.ToKeras(entry.ClassName, entry.Write(operation.Op)).ToArray())
        {
            config[key] = value?.DeepClone();
        }

        return new JsonObject
        {
            ["module"] = OperationForms.Module(entry),
            ["class_name"] = OperationForms.ClassName(entry),
            ["config"] = config,
            ["registered_name"] = OperationForms.ClassName(entry),
        };
    }
}
