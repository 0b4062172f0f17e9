using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Constructors that refuse, and names that mean a class, a function or nothing.</summary>
internal static class NamedObjects
{
    /// <summary>Carries out a case; the object's configuration is in a field, where the name means one.</summary>
    public static Verdict Run<T>(CorpusCase line, string field)
        where T : class, IKerasSerializable
    {
        Keras.ClearSession();
        if (line.Has("ctor"))
        {
            return Judge.Compare(line, () => $"{KerasObjects.Construct<T>(line.Map("ctor"))}");
        }

        var identifier = line["identifier"].Text();
        if (line.Error is not null)
        {
            return Judge.Compare(line, () => KerasRegistry.Get<T>(identifier).GetType().Name);
        }

        return Verdict.Of(Difference<T>(line, identifier, line["gives"], field));
    }

    // Where Keras gives a function, Hornet gives the class that wraps it.
    private static string? Difference<T>(CorpusCase line, string identifier, CorpusNode gives, string field)
        where T : class, IKerasSerializable
    {
        var expected = gives.Find("class")?.Text() ?? gives["function"].Text();
        var module = $"keras.{line.Category}";
        if (!BuiltInObjects.All().Any(entry => entry.Module == module && IsSame(entry.ClassName, expected)))
        {
            throw new NotYetException($"{module}.{expected}");
        }

        var received = KerasRegistry.Get<T>(identifier);
        return !IsSame(received.GetType().Name, expected) ? $"Expected {expected}. Received: {received}."
            : !line.Has(field) ? null
            : CorpusCompare.Difference(
                new CorpusObject(line[field]["o"]["config"].Raw), received.GetConfig(), where: "config");
    }

    // mean_squared_error is MeanSquaredError, and kl_divergence KLDivergence.
    private static bool IsSame(string name, string other) => string.Equals(
        name, other.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
