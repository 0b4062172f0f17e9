namespace Hornet.Tests;

public sealed class SpatialDropout1DTests
{
    [Fact]
    public void The_cases_are_the_references() => RegularizationCases.Check("SpatialDropout1D");
}
