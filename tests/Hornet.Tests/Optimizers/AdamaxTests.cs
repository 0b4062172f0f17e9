using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Adamax"/>, computed by its formula in float64.</summary>
public sealed class AdamaxTests
{
    [Fact]
    public void Steps_are_measured_by_the_largest_gradient() =>
        Steps.AreNear([0.7000001f], Steps.Run(new Adamax(0.1), [1], [0.5f], steps: 3));
}
