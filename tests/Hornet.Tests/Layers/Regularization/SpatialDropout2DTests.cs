namespace Hornet.Tests;

public sealed class SpatialDropout2DTests
{
    [Fact]
    public void The_cases_are_the_references() => RegularizationCases.Check("SpatialDropout2D");
}
