using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="RMSprop"/>, computed by its formula in float64.</summary>
public sealed class RMSpropTests
{
    [Fact]
    public void Gradients_are_divided_by_the_root_of_their_mean_square() =>
        Steps.AreNear([0.2622628f], Steps.Run(new RMSprop(0.1), [1], [0.5f], steps: 3));

    [Fact]
    public void Centered_and_with_momentum_it_goes_further()
    {
        var optimizer = new RMSprop(
            0.1, momentum: 0.5, centered: true);

        Steps.AreNear([-0.1906748f], Steps.Run(optimizer, [1], [0.5f], steps: 3));
    }
}
