using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>The reference cases of tests/corpus/random, as the tests of the bare numbers need them.</summary>
internal static class RandomCorpus
{
    /// <summary>The cases of some operations, by id.</summary>
    internal static Dictionary<string, RandomCase> Cases(string group, params string[] operations) =>
        Corpus.Cases("random", group)
            .Select(line => new RandomCase(line))
            .Where(c => operations.Contains(c.Operation))
            .ToDictionary(c => c.Id);

    /// <summary>The calls of a function of keras.random, without those whose seed C#'s types rule out.</summary>
    internal static Dictionary<string, RandomCase> Calls(string operation) =>
        Cases("functions", operation).Where(c => c.Value.HasIntegerSeed).ToDictionary();

    /// <summary>The cases below Keras, without those of float64, which Keras on JAX draws as float32.</summary>
    internal static Dictionary<string, RandomCase> RawCases(params string[] operations) =>
        Cases("raw", operations)
            .Where(c => c.Value.Json.GetProperty("dtype").GetString() != "float64")
            .ToDictionary();

    internal static TheoryData<string> Ids(Dictionary<string, RandomCase> cases) => [.. cases.Keys];
}
