using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Adagrad"/>, computed by its formula in float64.</summary>
public sealed class AdagradTests
{
    [Fact]
    public void Steps_become_shorter() =>
        Steps.AreNear([0.7967023f], Steps.Run(new Adagrad(0.1), [1], [0.5f], steps: 3));
}
