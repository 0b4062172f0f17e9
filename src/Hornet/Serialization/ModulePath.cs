namespace Hornet.Serialization;

/// <summary>The module names that stand for one class of Keras in files old and new.</summary>
/// <remarks>
/// Keras writes the public name, <c>keras.layers</c>. Files also have where the class is defined
/// (<c>keras.src.layers.core.dense</c>), a backend's own optimizer, and the places of Keras 2 (<c>keras.engine</c>).
/// </remarks>
internal static class ModulePath
{
    // In Keras 2 layers and models were defined here.
    private const string Engine = "keras.engine";

    private static readonly (string Old, string New)[] s_roots =
    [
        ("tf_keras", "keras"),
        ("tensorflow.keras", "keras"),
        ("tensorflow.python.keras", "keras"),
        ("keras.src", "keras"),
    ];

    /// <summary>How well a file's module names that of a class: 0 where it does not, most where equal.</summary>
    public static int Match(string written, string module)
    {
        if (written == module)
        {
            return int.MaxValue;
        }

        var (path, place) = (Simplify(written), Simplify(module));
        return IsWithin(path, place) ? place.Length
            : IsWithin(path, Engine) && (place is "keras" or "keras.layers" || IsWithin(place, "keras.models")) ? 1
            : 0;
    }

    // Without what says only how Keras arranges its source.
    private static string Simplify(string path)
    {
        foreach (var (old, now) in s_roots)
        {
            path = IsWithin(path, old) ? now + path[old.Length..] : path;
        }

        const string backends = "keras.backend.";
        var family = path.StartsWith(backends, StringComparison.Ordinal) ? path.IndexOf('.', backends.Length) : -1;
        return family < 0 ? path : "keras" + path[family..];
    }

    private static bool IsWithin(string path, string place) => place.Length > 0
        && path.StartsWith(place, StringComparison.Ordinal)
        && (path.Length == place.Length || path[place.Length] == '.');
}
