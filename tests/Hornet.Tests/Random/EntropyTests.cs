namespace Hornet.Tests;

public sealed class EntropyTests
{
    [Fact]
    public void All_bytes_are_filled_anew_each_time()
    {
        Span<byte> first = stackalloc byte[64];
        Span<byte> second = stackalloc byte[64];

        Entropy.Fill(first);
        Entropy.Fill(second);

        for (var i = 0; i < first.Length; i += 16)
        {
            Assert.NotEqual(new byte[16], first.Slice(i, 16).ToArray());
            Assert.NotEqual(first.Slice(i, 16).ToArray(), second.Slice(i, 16).ToArray());
        }
    }
}
