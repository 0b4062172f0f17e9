namespace Hornet.Tests;

public sealed class SpatialDropout3DTests
{
    [Fact]
    public void The_cases_are_the_references() => RegularizationCases.Check("SpatialDropout3D");
}
