using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>Several optimizers, each for some of the variables.</summary>
public sealed class MultiOptimizerTests
{
    [Fact]
    public void Each_variable_is_changed_by_its_own_optimizer()
    {
        Variable[] variables = [new(1.0, name: "kernel"), new(1.0, name: "bias")];
        var map = new OptimizerMap(new SGD(0.5), new Dictionary<string, Optimizer> { ["bi.s"] = new SGD(0.25) });
        var optimizer = new MultiOptimizer(map, lossScaleFactor: 2);

        optimizer.Apply([2.0, 2.0], variables);

        Assert.Equal([0.5f, 0.75f], variables.Select(variable => variable.Value.Item<float>()));
        Assert.Equal((1, 6), (optimizer.Iterations.Item<int>(), optimizer.Variables.Count));
        Assert.Throws<InvalidOperationException>(() => optimizer.LearningRate);
    }

    [Fact]
    public void It_is_read_back_from_its_configuration()
    {
        var map = new OptimizerMap(new SGD(0.5), new Dictionary<string, Optimizer> { ["a/.*"] = new Adam() });

        var copy = (MultiOptimizer)Keras.Optimizers.Deserialize(Keras.Optimizers.Serialize(new MultiOptimizer(map)))!;

        Assert.IsType<Adam>(copy.OptimizerMap["a/b"]);
    }
}
