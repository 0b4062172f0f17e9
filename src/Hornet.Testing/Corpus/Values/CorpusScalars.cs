using System.Numerics;

namespace Hornet.Testing;

/// <summary>Python's <c>None</c>.</summary>
public sealed record CorpusNull : CorpusValue
{
    private CorpusNull()
    {
    }

    /// <summary>The only one.</summary>
    public static CorpusNull Instance { get; } = new();
}

/// <summary>A Python <c>bool</c>.</summary>
public sealed record CorpusBool(bool Value) : CorpusValue;

/// <summary>A Python <c>int</c>, which has no largest value.</summary>
public sealed record CorpusInt(BigInteger Value) : CorpusValue
{
    /// <summary>The value where it fits 64 bits.</summary>
    public long ToInt64() => Value >= long.MinValue && Value <= long.MaxValue
        ? (long)Value
        : throw new OverflowException($"Expected an integer of 64 bits. Received: {Value}.");
}

/// <summary>A Python <c>float</c>: a number written with a point or an exponent, an infinity, or no number.</summary>
public sealed record CorpusFloat(double Value) : CorpusValue;

/// <summary>A Python <c>complex</c>.</summary>
public sealed record CorpusComplex(Complex Value) : CorpusValue;

/// <summary>A Python <c>str</c>.</summary>
public sealed record CorpusString(string Value) : CorpusValue;

/// <summary>A Python <c>bytes</c>, each byte as the character of its number.</summary>
public sealed record CorpusBytes(string Value) : CorpusValue;
