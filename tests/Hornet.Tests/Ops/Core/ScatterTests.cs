using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ScatterOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Scatter(new[,] { { 0 }, { 2 }, { 0 } }, t[0], [4, 2]), [3, 2]);
        OpContract.Check(t => Ops.Scatter(new[,] { { 0, 1 }, { 2, 0 } }, t[0], [3, 2]), [2]);
    }

    [Fact]
    public void Adds_up_what_meets_and_leaves_out_what_is_out_of_range()
    {
        int[,] indices = { { 0 }, { -1 }, { 3 }, { 0 } };

        Assert.Equal(new[] { 5, 0, 2 }, Ops.Scatter(indices, new[] { 1, 2, 3, 4 }, [3]).ToArray<int>());
        Assert.Equal(new ushort[] { 2, 0 }, Ops.Scatter(new int[2, 1], new ushort[] { 1, 1 }, [2]).ToArray<ushort>());
    }
}

public sealed class ScatterUpdateOpTests
{
    private static readonly Tensor s_indices = new[,] { { 0, 1 }, { 0, 1 }, { 2, 0 } };

    [Theory]
    [InlineData(null)]
    [InlineData("add")]
    [InlineData("max")]
    [InlineData("min")]
    [InlineData("mul")]
    public void Keeps_the_contract(string? reduction)
    {
        OpContract.Check(t => Ops.ScatterUpdate(t[0], s_indices, t[1], reduction), [3, 2], [3]);
        OpContract.Check(t => Ops.ScatterUpdate(t[0], new[,] { { 1 } }, t[1], reduction), [2, 2], [2]);
    }

    [Theory]
    [InlineData(null, new[] { 5, 2 })]
    [InlineData("add", new[] { 18, 2 })]
    [InlineData("max", new[] { 10, 2 })]
    [InlineData("min", new[] { 3, 2 })]
    [InlineData("mul", new[] { 150, 2 })]
    public void Combines_what_meets(string? reduction, int[] expected) => Assert.Equal(
        expected,
        Ops.ScatterUpdate(new[] { 10, 2 }, new int[2, 1], new[] { 3, 5 }, reduction).ToArray<int>());

    [Fact]
    public void Of_values_at_one_place_the_last_has_the_gradient()
    {
        Tensor x = new float[] { 1, 2 };
        Tensor updates = new float[] { 3, 5 };
        using var tape = new GradientTape();
        tape.Watch(x);
        tape.Watch(updates);
        var gradients = tape.Gradients(Ops.ScatterUpdate(x, new int[2, 1], updates), x, updates);

        Assert.Equal(new float[] { 0, 1 }, gradients[0].ToArray<float>());
        Assert.Equal(new float[] { 0, 1 }, gradients[1].ToArray<float>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.ScatterUpdate(new float[2], new int[1, 1], 1, "bad"));
        Assert.Throws<ShapeException>(() => Ops.ScatterUpdate(new float[2], new int[1, 2], 1));
        Assert.Throws<ShapeException>(() => Ops.ScatterUpdate(new float[2], new int[3, 1], new float[2]));
    }
}

public sealed class GatherPlacesOpTests
{
    [Fact]
    public void What_is_out_of_range_has_no_gradient()
    {
        Tensor updates = new float[] { 3, 5 };
        using var tape = new GradientTape();
        tape.Watch(updates);

        Assert.Equal(
            new float[] { 0, 1 },
            tape.Gradient(Ops.Scatter(new[,] { { 9 }, { 1 } }, updates, [2]), updates).ToArray<float>());
    }
}
