using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Adam"/>, computed by its formula in float64.</summary>
public sealed class AdamTests
{
    [Fact]
    public void Each_step_is_as_long_as_the_rate() =>
        Steps.AreNear([0.7000014f], Steps.Run(new Adam(0.1), [1], [0.5f], steps: 3));

    [Fact]
    public void With_amsgrad_a_small_gradient_does_not_lengthen_the_steps()
    {
        static float Moved(bool amsgrad)
        {
            var w = new Variable(0.0);
            var optimizer = new Adam(0.1, beta2: 0.5, amsgrad: amsgrad);
            optimizer.Apply([4.0], [w]);
            optimizer.Apply([0.0], [w]);
            return -w.Value.Item<float>();
        }

        Assert.True(Moved(amsgrad: true) < Moved(amsgrad: false));
    }
}
