using Hornet.Optimizers;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>The scale of the loss follows the gradients.</summary>
public sealed class LossScaleOptimizerTests
{
    [Fact]
    public void A_step_that_is_not_finite_is_left_out_and_halves_the_scale()
    {
        var w = new Variable(1.0);
        var optimizer = new LossScaleOptimizer(new SGD(1.0), initialScale: 8, dynamicGrowthSteps: 2);

        optimizer.Apply([float.PositiveInfinity], [w]);
        Assert.Equal((1f, 4f, 0), (w.Value.Item<float>(), Scale(optimizer), optimizer.Iterations.Item<int>()));

        optimizer.Apply([2.0], [w]);
        optimizer.Apply([2.0], [w]);
        Assert.Equal((0f, 8f, 2), (w.Value.Item<float>(), Scale(optimizer), optimizer.Iterations.Item<int>()));
    }

    [Fact]
    public void The_rate_is_the_inner_optimizers()
    {
        var optimizer = new LossScaleOptimizer(new SGD(1.0, lossScaleFactor: 4)) { LearningRate = 0.5 };

        Assert.Equal((0.5, null), ((double)optimizer.InnerOptimizer.LearningRate,
            optimizer.InnerOptimizer.LossScaleFactor));
        Assert.Equal(65536, optimizer.ScaleLoss(2.0).Item<float>());
    }

    [Fact]
    public void Old_arguments_are_dropped_where_they_say_nothing_and_refused_elsewhere()
    {
        var config = new LossScaleOptimizer(new SGD(1.0)).GetConfig();
        (config["clipnorm"], config["use_ema"], config["ema_momentum"]) = (null, false, 0.99);

        Assert.Equal(2000, KerasRegistry.FromConfig<LossScaleOptimizer>(config).DynamicGrowthSteps);

        config["clipnorm"] = 1.0;
        Assert.Throws<KerasSerializationException>(() => KerasRegistry.FromConfig<LossScaleOptimizer>(config));
    }

    private static float Scale(LossScaleOptimizer optimizer) => optimizer.DynamicScale!.Value.Item<float>();
}
