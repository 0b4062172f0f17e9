namespace Hornet.Testing;

/// <summary>The tolerance of each dtype. Integers, bools and strings must be equal.</summary>
/// <param name="Float">For float32 and wider, complex numbers, and the floats of the scripts.</param>
/// <param name="Float16">For float16.</param>
/// <param name="BFloat16">For bfloat16.</param>
public sealed record Tolerances(Tolerance Float, Tolerance Float16, Tolerance BFloat16)
{
    /// <summary>What the corpus grants where neither the case nor its category says otherwise.</summary>
    public static Tolerances Default { get; } = new(Tolerance.Of(1e-5), Tolerance.Of(2e-3), Tolerance.Of(2e-2));

    /// <summary>No difference at all.</summary>
    public static Tolerances Exact { get; } = Same(Tolerance.Exact);

    /// <summary>One tolerance for every dtype that is not exact.</summary>
    public static Tolerances Same(Tolerance tolerance) => new(tolerance, tolerance, tolerance);

    /// <summary>The tolerance for the elements of a dtype.</summary>
    public Tolerance For(string dtype) => ElementCodec.Of(dtype).Kind is ElementKind.Float or ElementKind.Complex
        ? dtype switch { "float16" => Float16, "bfloat16" => BFloat16, _ => Float }
        : Tolerance.Exact;
}
