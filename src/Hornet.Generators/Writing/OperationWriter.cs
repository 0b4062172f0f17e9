using Hornet.Generators.Models;

namespace Hornet.Generators.Writing;

/// <summary>Writes the table of the ops that saved graphs can name.</summary>
internal static class OperationWriter
{
    private const string Serialization = "global::Hornet.Serialization";
    private const string JsonObject = "global::System.Text.Json.Nodes.JsonObject";

    public static string Write(IEnumerable<OperationModel> operations)
    {
        var code = new Code().Line(ClassWriter.Header).Line().Line("namespace Hornet;").Line();
        code.Open("public static partial class Ops");
        var list = $"global::System.Collections.Generic.List<{Serialization}.OperationEntry>";
        code.Open($"static partial void AddGenerated({list} entries)");
        foreach (var operation in operations.OrderBy(operation => operation.ClassName, StringComparer.Ordinal))
        {
            Write(code, operation);
        }

        return code.Close().Close().ToString();
    }

    private static void Write(Code code, OperationModel operation)
    {
        code.Line($"entries.Add(new {Serialization}.OperationEntry(");
        code.Line($"    typeof({operation.Type}), {Code.Text(operation.Module)}, {Code.Text(operation.ClassName)},");
        var values = operation.Values.Select(value =>
            $"[{Code.Text(value.Name)}] = {Serialization}.ConfigValue.Write((({operation.Type})op).{value.Text})");
        code.Line($"    static op => new {JsonObject} {{ {string.Join(", ", values)} }},");
        var arguments = operation.Arguments.Select(argument => $"{Code.Name(argument.Name)}: {argument.Text}");
        code.Line($"    static config => new {operation.Type}({string.Join(", ", arguments)})));");
    }
}
