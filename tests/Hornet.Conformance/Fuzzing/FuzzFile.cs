namespace Hornet.Conformance;

/// <summary>A changed file: a number says which.</summary>
internal static class FuzzFile
{
    /// <summary>Changes one of the samples.</summary>
    /// <param name="samples">The samples, which must be the same each time.</param>
    /// <param name="seed">Which file, and which change.</param>
    public static (FuzzSample Sample, byte[] Bytes) Make(IReadOnlyList<FuzzSample> samples, int seed)
    {
        var random = new Random(unchecked(seed * (int)0x9E3779B1)); // seeds side by side would give like numbers
        var sample = samples[random.Next(samples.Count)];
        return (sample, Change(sample, random));
    }

    private static byte[] Change(FuzzSample sample, Random random)
    {
        var way = random.Next(10);
        return way < 3 ? ByteMutations.Apply(sample.Bytes, random)
            : sample.IsArchive ? ArchiveMutations.Apply(sample.Bytes, random)
            : sample.Name.EndsWith(".json", StringComparison.Ordinal) ? ArchiveMutations.Texts(sample.Bytes, random)
            : way < 7 ? Hdf5Mutations.Apply(sample.Bytes, random)
            : ByteMutations.Apply(sample.Bytes, random);
    }
}
