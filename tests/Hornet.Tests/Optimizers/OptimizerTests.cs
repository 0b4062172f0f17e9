using Hornet.Constraints;
using Hornet.Optimizers;
using Hornet.Optimizers.Schedules;
using Hornet.Programs;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>What all optimizers do around their steps.</summary>
public sealed class OptimizerTests
{
    [Fact]
    public void A_name_gives_an_optimizer_in_any_case()
    {
        Optimizer adam = "adam";

        Assert.IsType<Adam>(adam);
        Assert.IsType<RMSprop>(Keras.Optimizers.Get("rmsprop"));
        Assert.IsType<AdamW>(Keras.Optimizers.Get("AdamW"));
        Assert.Throws<ArgumentException>(() => Keras.Optimizers.Get("nope"));
    }

    [Fact]
    public void The_configuration_makes_an_equal_optimizer_with_the_rate_of_now()
    {
        var optimizer = new SGD(0.5, momentum: 0.9, clipnorm: 1, name: "mine");
        optimizer.LearningRate *= 0.5;

        var copy = Assert.IsType<SGD>(Keras.Optimizers.Deserialize(Keras.Optimizers.Serialize(optimizer)));

        Assert.Equal((0.25, 0.9, 1.0, "mine"), ((double)copy.LearningRate, copy.Momentum, copy.Clipnorm, copy.Name));
    }

    [Fact]
    public void Keys_that_only_Keras_2_knows_are_dropped()
    {
        var config = new SGD(0.5).GetConfig();
        config["decay"] = 0.0;
        config["is_legacy_optimizer"] = false;

        Assert.Equal(0.5, (double)KerasRegistry.FromConfig<SGD>(config).LearningRate);
    }

    [Fact]
    public void The_variables_are_named_after_those_they_belong_to()
    {
        using var scope = new NameScope("dense");
        var kernel = new Variable(new float[2, 3], name: "kernel");
        var optimizer = new SGD(momentum: 0.9, useEma: true, gradientAccumulationSteps: 2, name: "sgd");

        optimizer.Build([kernel]);
        optimizer.Build([kernel]);

        Assert.Equal(
            ["iteration", "learning_rate", "dense_kernel_average", "dense_kernel_gradient_accumulator",
                "dense_kernel_momentum"],
            optimizer.Variables.Select(variable => variable.Name));
        Assert.All(optimizer.Variables, variable => Assert.False(variable.Trainable));
        Assert.EndsWith("sgd/dense_kernel_momentum", optimizer.Variables[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_without_gradient_stays_and_is_warned_of()
    {
        var (used, unused) = (new Variable(1.0, name: "used"), new Variable(1.0, name: "unused"));
        var heard = new List<string>();
        void Hear(string text) => heard.Add(text);
        Warnings.Raised += Hear;
        try
        {
            new SGD(0.5).Apply([1.0, null], [used, unused]);
        }
        finally
        {
            Warnings.Raised -= Hear;
        }

        Assert.Equal((0.5f, 1f), (used.Value.Item<float>(), unused.Value.Item<float>()));
        Assert.Contains(heard, text => text.Contains("unused", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new SGD().Apply([null], [used]));
    }

    [Fact]
    public void Gradients_and_variables_must_fit()
    {
        var (known, other) = (new Variable(1.0), new Variable(1.0));
        var optimizer = new SGD();
        Assert.Throws<InvalidOperationException>(() => optimizer.Apply([1.0]));

        optimizer.Build([known]);

        Assert.Throws<ArgumentException>(() => optimizer.Apply([1.0], [other]));
        Assert.Throws<ArgumentException>(() => optimizer.Apply([1.0, 1.0]));
        optimizer.Apply([]);
        Assert.Equal(0, optimizer.Iterations.Item<int>());
    }

    [Fact]
    public void Accumulated_gradients_count_as_their_mean_in_the_last_step()
    {
        var w = new Variable(1.0);
        var optimizer = new SGD(1.0, gradientAccumulationSteps: 2);

        optimizer.Apply([0.25], [w]);
        Assert.Equal((1f, 0), (w.Value.Item<float>(), optimizer.Iterations.Item<int>()));

        optimizer.Apply([0.75], [w]);
        Assert.Equal((0.5f, 1), (w.Value.Item<float>(), optimizer.Iterations.Item<int>()));
    }

    [Fact]
    public void The_average_takes_the_place_of_the_variables()
    {
        var w = new Variable(1.0);
        var optimizer = new SGD(1.0, useEma: true, emaMomentum: 0.5);

        optimizer.Apply([1.0], [w]); // 0, the first average
        optimizer.Apply([1.0], [w]); // -1, averaged -0.5
        Assert.Equal(-1f, w.Value.Item<float>());

        optimizer.FinalizeVariableValues([w]);
        Assert.Equal(-0.5f, w.Value.Item<float>());
    }

    [Fact]
    public void A_constraint_holds_after_each_step()
    {
        var w = new Variable(new float[] { 1, 1 }) { Constraint = new NonNeg() };

        new SGD(1.0).Apply([new float[] { 3, -3 }], [w]);

        Assert.Equal([0, 4], w.Value.ToArray<float>());
    }

    [Fact]
    public void Weight_decay_leaves_out_what_it_is_told_to()
    {
        Variable[] variables = [new(1.0, name: "kernel"), new(1.0, name: "bias"), new(1.0, name: "gamma")];
        var optimizer = new SGD(0.5, weightDecay: 0.5);
        optimizer.ExcludeFromWeightDecay([variables[2]], ["^bias$"]);

        optimizer.Apply([0.0, 0.0, 0.0], variables);

        Assert.Equal([0.75f, 1, 1], variables.Select(variable => variable.Value.Item<float>()));
        Assert.Throws<InvalidOperationException>(() => optimizer.ExcludeFromWeightDecay(varNames: ["x"]));
    }

    [Fact]
    public void Gradients_are_clipped_in_each_of_three_ways()
    {
        Steps.AreNear([-0.6f, -0.8f], Steps.Run(new SGD(1.0, clipnorm: 1), [0, 0], [3, 4]));
        Steps.AreNear([-0.6f, -0.8f], Steps.Run(new SGD(1.0, globalClipnorm: 1), [0, 0], [3, 4]));
        Steps.AreNear([-1, 0.5f], Steps.Run(new SGD(1.0, clipvalue: 1), [0, 0], [3, -0.5f]));
        Steps.AreNear([0, 0], Steps.Run(new SGD(1.0, clipnorm: 1), [0, 0], [0, 0]));
        Assert.Throws<ArgumentException>(() => new SGD(clipnorm: 1, clipvalue: 1));
    }

    [Fact]
    public void The_loss_scale_cancels_out()
    {
        var optimizer = new SGD(1.0, lossScaleFactor: 8);

        Assert.Equal(16, optimizer.ScaleLoss(2.0).Item<float>());
        Steps.AreNear([-1], Steps.Run(optimizer, [0], [8]));
    }

    [Fact]
    public void A_replayed_step_follows_a_rate_that_is_set()
    {
        var w = new Variable(1.0);
        var optimizer = new SGD(0.5);
        optimizer.Build([w]);
        var step = new CompiledFunction(given =>
        {
            optimizer.Apply(given);
            return [];
        });
        using var gradient = Tensor.From([], [1f]);

        step.Invoke(gradient);
        optimizer.LearningRate = 0.25;
        step.Invoke(gradient);

        Assert.Equal((0.25f, 2), (w.Value.Item<float>(), optimizer.Iterations.Item<int>()));
    }

    [Fact]
    public void A_schedule_is_asked_with_each_step_and_cannot_be_set_to_a_number()
    {
        var optimizer = new SGD(new PiecewiseConstantDecay([0], [1, 0.5]));

        Steps.AreNear([-1.5f], Steps.Run(optimizer, [0], [1], steps: 2));
        Assert.Equal(0.5, (double)optimizer.LearningRate);
        Assert.Throws<InvalidOperationException>(() => optimizer.LearningRate = 0.1);
        Assert.Single(optimizer.Variables);
    }

    [Fact]
    public void A_rate_can_be_replaced_by_a_schedule()
    {
        var optimizer = new SGD(0.1) { LearningRate = new ExponentialDecay(1, 1, 0.5) };

        Steps.AreNear([-1.5f], Steps.Run(optimizer, [0], [1], steps: 2));
    }

    [Fact]
    public void Its_values_can_be_set_in_their_order()
    {
        var optimizer = new SGD(0.1, momentum: 0.9);
        Assert.Throws<InvalidOperationException>(() => optimizer.SetWeights([]));
        optimizer.Build([new Variable(new float[2])]);

        optimizer.SetWeights([7, 0.5, new float[] { 1, 2 }]);

        Assert.Equal((7, 0.5), (optimizer.Iterations.Item<int>(), (double)optimizer.LearningRate));
        Assert.Throws<ArgumentException>(() => optimizer.SetWeights([7]));
        Assert.Throws<ShapeException>(() => optimizer.SetWeights([7, 0.5, new float[3]]));
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SGD(gradientAccumulationSteps: 1));
        Assert.Throws<ArgumentException>(() => new SGD(useEma: true, emaMomentum: 1.5));
        Assert.Throws<ArgumentException>(() => new SGD(useEma: true, emaOverwriteFrequency: -1));
        Assert.Throws<ArgumentException>(() => new SGD(momentum: -1));
    }
}
