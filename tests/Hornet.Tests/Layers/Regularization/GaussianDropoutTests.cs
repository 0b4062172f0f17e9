namespace Hornet.Tests;

public sealed class GaussianDropoutTests
{
    [Fact]
    public void The_cases_are_the_references() => RegularizationCases.Check("GaussianDropout");
}
