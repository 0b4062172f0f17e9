using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ActivationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Activation("tanh"), [2, 3]);

    [Fact]
    public void The_activation_is_applied() =>
        Assert.Equal([0f, 2], new Activation("relu").Apply(new float[] { -1, 2 }).ToArray<float>());

    [Fact]
    public void An_unknown_name_is_refused() => Assert.Throws<ArgumentException>(() => new Activation("nope"));
}
