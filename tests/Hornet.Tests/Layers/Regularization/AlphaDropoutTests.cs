namespace Hornet.Tests;

public sealed class AlphaDropoutTests
{
    [Fact]
    public void The_cases_are_the_references() => RegularizationCases.Check("AlphaDropout");
}
