using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="SGD"/>, computed by its formula in float64.</summary>
public sealed class SGDTests
{
    [Fact]
    public void With_momentum_steps_add_up() =>
        Steps.AreNear([0.7875000f], Steps.Run(new SGD(0.1, momentum: 0.5), [1], [0.5f], steps: 3));

    [Fact]
    public void With_Nesterovs_momentum_the_next_step_counts_too() =>
        Steps.AreNear([0.7437500f], Steps.Run(new SGD(0.1, momentum: 0.5, nesterov: true), [1], [0.5f], steps: 3));

    [Fact]
    public void Without_momentum_it_keeps_nothing()
    {
        var optimizer = new SGD(0.1);

        Steps.AreNear([0.85f], Steps.Run(optimizer, [1], [0.5f], steps: 3));
        Assert.Equal(2, optimizer.Variables.Count);
    }
}
