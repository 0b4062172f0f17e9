using Hornet.Callbacks;

namespace Hornet.Tests;

public sealed class LogsTests
{
    [Fact]
    public void Keep_their_order_and_name_what_they_have()
    {
        var logs = new Logs { ["loss"] = 0.5, ["accuracy"] = 1 };

        Assert.Equal(["loss", "accuracy"], logs.Keys);
        Assert.Contains("one of: loss", Assert.Throws<KeyNotFoundException>(() => logs["mae"]).Message,
            StringComparison.Ordinal);
    }
}

public sealed class CallbackParamsTests
{
    [Fact]
    public void Are_equal_by_what_they_say() =>
        Assert.Equal(new CallbackParams(1, 2, null), new CallbackParams(Verbose: 1, Epochs: 2, Steps: null));
}
