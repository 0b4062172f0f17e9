namespace Hornet.Layers;

/// <summary>Errors that come up inside a layer's call say in which layer, whoever throws them.</summary>
internal static class CallError
{
    private const string Key = "Hornet.Layer";

    /// <summary>
    /// Whether an error is to be said anew with the layer's name. Of layers inside layers the innermost is named.
    /// </summary>
    public static bool LacksName(Exception error, Layer layer)
    {
        var isPlain = error is ShapeException or ArgumentNullException
            || error.GetType() == typeof(ArgumentException) || error.GetType() == typeof(InvalidOperationException);
        if (!isPlain || error.Data.Contains(Key))
        {
            return false;
        }

        error.Data[Key] = layer.Name;
        return !error.Message.Contains($"'{layer.Name}'", StringComparison.Ordinal)
            && !error.Message.Contains($"\"{layer.Name}\"", StringComparison.Ordinal);
    }

    /// <summary>The error with the layer's name, of the same type.</summary>
    public static Exception Named(Exception error, Layer layer)
    {
        var place = $"{layer.ClassName} '{layer.Name}'";
        Exception named = error switch
        {
            ShapeException shape => new ShapeException(place, shape),
            ArgumentException => new ArgumentException($"{place}: {error.Message}", error),
            _ => new InvalidOperationException($"{place}: {error.Message}", error),
        };
        named.Data[Key] = layer.Name;
        return named;
    }
}
