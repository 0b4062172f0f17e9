using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="ScheduleFreeAdamW"/>, computed by its formula in float64.</summary>
public sealed class ScheduleFreeAdamWTests
{
    [Fact]
    public void The_path_is_averaged() =>
        Steps.AreNear([0.7900000f], Steps.Run(new ScheduleFreeAdamW(0.1), [1], [0.5f], steps: 3));

    [Fact]
    public void The_rate_rises_at_first() =>
        Steps.AreNear([0.8400000f], Steps.Run(new ScheduleFreeAdamW(0.1, warmupSteps: 2), [1], [0.5f], steps: 3));
}
