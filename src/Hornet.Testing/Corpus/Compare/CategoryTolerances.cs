using System.Text.Json;

namespace Hornet.Testing;

/// <summary>What the READMEs of the categories grant.</summary>
internal static class CategoryTolerances
{
    // Noise of float32 that has gone through several training steps.
    private static readonly Tolerance s_trained = new(1e-4, 1e-5);

    // Draws are the same, bit by bit. But JAX's 1 / √d, of which gamma draws are made, depends on the processor, and
    // Orthogonal goes through a QR factorization.
    private static readonly Tolerances s_derived = new(Tolerance.Of(1e-5), Tolerance.Exact, Tolerance.Exact);

    public static Tolerances Of(CorpusCase line) =>
        line.Root.Find("tol") is { Raw.ValueKind: JsonValueKind.Array } given
            ? Tolerances.Same(new Tolerance(given[0].Number(), given[1].Number()))
            : OfCategory(line);

    private static Tolerances OfCategory(CorpusCase line) => (line.Category, line.Group) switch
    {
        ("layers", _) => Tolerances.Default with { Float16 = Tolerance.Of(5e-3), BFloat16 = Tolerance.Of(4e-2) },
        ("random", "functions" or "raw") when !IsOfGamma(line) => Tolerances.Same(Tolerance.Exact),
        ("random", _) => s_derived,
        ("initializers", _) when !IsOrthogonal(line) => Tolerances.Default with { Float = Tolerance.Of(1e-6) },
        ("callbacks", _) => Tolerances.Same(Tolerance.Of(1e-6)),
        ("training", _) or ("saving", "optimizers") => Tolerances.Same(s_trained),
        _ => Tolerances.Default,
    };

    private static bool IsOfGamma(CorpusCase line) =>
        line.Root.Find("op") is { Raw.ValueKind: JsonValueKind.String } op
        && op.Text() is "random.gamma" or "random.beta";

    // It goes through a QR factorization.
    private static bool IsOrthogonal(CorpusCase line) =>
        line.Root.Find("class") is { Raw.ValueKind: JsonValueKind.String } name
        && name.Text().StartsWith("Orthogonal", StringComparison.Ordinal);
}
