using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>Which optimizer belongs to a path.</summary>
public sealed class OptimizerMapTests
{
    [Fact]
    public void The_path_itself_comes_before_expressions_which_must_match_all_of_it()
    {
        var (exact, pattern, other) = (new SGD(), new SGD(), new SGD());
        var map = new OptimizerMap(
            other, new Dictionary<string, Optimizer> { ["a/b"] = exact, ["a/.*"] = pattern, [".*/z"] = new SGD() });

        Assert.Same(exact, map["a/b"]);
        Assert.Same(pattern, map["a/c"]);
        Assert.Same(other, map["b/a/c"]);
        Assert.Throws<ArgumentException>(() => map["a/z"]);
    }

    [Fact]
    public void Optimizers_that_wrap_others_are_refused() =>
        Assert.Throws<ArgumentException>(() => new OptimizerMap(new LossScaleOptimizer(new SGD())));
}
