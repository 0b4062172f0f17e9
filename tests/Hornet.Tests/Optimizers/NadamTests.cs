using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Nadam"/>, computed by its formula in float64.</summary>
public sealed class NadamTests
{
    [Fact]
    public void Steps_look_ahead() =>
        Steps.AreNear([0.7452287f], Steps.Run(new Nadam(0.1), [1], [0.5f], steps: 3));
}
