namespace Hornet.Tests;

public sealed class GaussianNoiseTests
{
    [Fact]
    public void The_cases_are_the_references() => RegularizationCases.Check("GaussianNoise");
}
