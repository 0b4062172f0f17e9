namespace Hornet.Tests;

/// <summary>Keras's word in .NET's case.</summary>
internal static class KerasNames
{
    /// <summary><c>log_softmax</c> is LogSoftmax; what has a capital already (<c>Conv2D</c>) stays.</summary>
    public static string Pascal(string name) => name.Any(char.IsUpper)
        ? name
        : string.Concat(Words(name).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary><c>kernel_initializer</c> is kernelInitializer; <c>N</c> is n.</summary>
    public static string Camel(string name)
    {
        var words = Words(name).ToArray();
        return char.ToLowerInvariant(words[0][0]) + words[0][1..]
            + string.Concat(words[1..].Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>Module names keep no case: <c>efficientnet_v2</c> and EfficientNetV2 are one.</summary>
    public static bool IsSameModule(string keras, string dotnet) =>
        keras.Replace("_", string.Empty, StringComparison.Ordinal).Equals(dotnet, StringComparison.OrdinalIgnoreCase);

    private static string[] Words(string name) => name.Split('_', StringSplitOptions.RemoveEmptyEntries);
}
