namespace Hornet.Testing;

/// <summary>Which dtypes count as the expected one.</summary>
/// <remarks>
/// The cases were recorded with JAX's 64-bit types off: what Keras's own rules make 64 bits wide stands there with 32.
/// So 64 bits are right where 32 are expected, never the reverse.
/// </remarks>
internal static class DTypePairs
{
    public static bool Match(string expected, string actual) => expected == actual || actual == expected switch
    {
        "int32" => "int64",
        "uint32" => "uint64",
        "float32" => "float64",
        "complex64" => "complex128",
        _ => expected,
    };
}
