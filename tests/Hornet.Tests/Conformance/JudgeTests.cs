using Hornet.Conformance;

namespace Hornet.Tests;

/// <summary>A case passes, fails, waits or informs.</summary>
public sealed class JudgeTests
{
    [Theory]
    [InlineData("""[{"d":"float32","s":[2],"v":[1,2]},1],"out":{"d":"float32","s":[2],"v":[2,3]}""", "Passed")]
    [InlineData("""[{"d":"float32","s":[2],"v":[1,2]},1],"out":{"d":"float32","s":[2],"v":[2,4]}""", "Failed")]
    [InlineData("""[{"d":"float32","s":[2],"v":[1,2]},1],"out":{"d":"float16","s":[2],"v":[2,3]}""", "Failed")]
    [InlineData("""[[1,2],[0.5]],"out":{"d":"float32","s":[2],"v":[1.5,2.5]}""", "Passed")]
    [InlineData("""[{"k":{"s":[null,2],"d":"int8"}},1],"out":{"k":{"s":[null,2],"d":"int8"}}""", "Passed")]
    [InlineData("""[{"d":"float32","s":[2],"v":[1,2]},[1,2,3]],"error":"ValueError" """, "Passed")]
    [InlineData("""[{"d":"float32","s":[2],"v":[1,2]},1],"error":"ValueError" """, "Failed")]
    [InlineData("""[1,1],"out":{"d":"int32","s":[],"v":[3]},"backend":"jax" """, "Informational")]
    public void What_an_op_gives_is_compared(string rest, string outcome) =>
        Assert.Equal(outcome, Run($$$"""{"id":"x","op":"numpy.add","kwargs":{"m":{}},"args":{{{rest}}}}"""));

    [Fact]
    public void An_op_that_does_not_exist_waits() =>
        Assert.Equal("NotYet", Run("""{"id":"x","op":"numpy.no_such","args":[],"kwargs":{"m":{}},"out":null}"""));

    private static string Run(string json)
    {
        using var sample = new CorpusSample("ops", "group", [json]);
        return $"{Judge.Run(sample.Cases.Single()).Outcome}";
    }
}
