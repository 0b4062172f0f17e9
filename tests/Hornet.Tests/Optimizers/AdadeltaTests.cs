using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Adadelta"/>, computed by its formula in float64.</summary>
public sealed class AdadeltaTests
{
    [Fact]
    public void Steps_are_in_proportion_to_those_before() =>
        Steps.AreNear([0.9995709f], Steps.Run(new Adadelta(0.1), [1], [0.5f], steps: 3));
}
