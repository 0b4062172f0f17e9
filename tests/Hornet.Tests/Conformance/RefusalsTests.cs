using Hornet.Conformance;

namespace Hornet.Tests;

/// <summary>A refusal is meant; an accident is not.</summary>
public sealed class RefusalsTests
{
    public static TheoryData<Action, bool> Errors => new()
    {
        { () => Ops.Add(new float[2], new float[3]), true },
        { () => ArgumentNullException.ThrowIfNull((object?)null), true },
        { () => throw new NotSupportedException("Expected something else."), true },
        { () => throw new NotYetException("keras.ops.nothing"), false },
        { () => GC.KeepAlive(Enumerable.Empty<int>().First()), false },
        { () => _ = new List<int>()[0], false },
        { () => _ = Array.Empty<int>()[Environment.ProcessorCount], false },
        { () => ((string?)null)!.ToString(), false },
        { () => _ = (string)(object)1, false },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_that_was_thrown_on_purpose_is_a_refusal(Action action, bool isRefusal) =>
        Assert.Equal(isRefusal, Refusals.Includes(Record.Exception(action)));
}
