using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Lamb"/>, computed by its formula in float64.</summary>
public sealed class LambTests
{
    [Fact]
    public void Steps_are_in_proportion_to_the_variable() =>
        Steps.AreNear([0.7290000f], Steps.Run(new Lamb(0.1), [1], [0.5f], steps: 3));
}
