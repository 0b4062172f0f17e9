using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LogsumexpOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Logsumexp(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Logsumexp(t[0], axis: [0, -1], keepdims: true), [2, 3, 2]);
    }

    [Fact]
    public void Does_not_overflow() =>
        Assert.Equal(1000 + MathF.Log(2), Ops.Logsumexp(new float[] { 1000, 1000 }).Item<float>());
}
