using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>Adam's step in one pass gives what its parts give.</summary>
public sealed class AdamUpdateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(40001)] // several parts, the last of which fills no vector
    public void One_pass_gives_what_the_ops_give(int size)
    {
        var random = new Random(0);
        Tensor Values() => Tensor.From(
            [size], Enumerable.Range(0, size).Select(_ => random.NextSingle()).ToArray());
        var (w, m, v, g) = (Values(), Values(), Values(), Values());

        var updated = new AdamUpdateOp(0.75, 0.5, 0.125).Call([w, m, v, g, 0.5]);

        m += (g - m) * 0.25;
        v += (g * g - v) * 0.5;
        w -= m * 0.5 / (Ops.Sqrt(v) + 0.125);
        Steps.AreNear(w.ToArray<float>(), updated[0].ToArray<float>());
        Steps.AreNear(m.ToArray<float>(), updated[1].ToArray<float>());
        Steps.AreNear(v.ToArray<float>(), updated[2].ToArray<float>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public void A_decay_comes_before_the_step(int size)
    {
        var (w, m, v, g) = (Values(0), Values(1), Ops.Square(Values(2)), Values(3));

        var decayed = new AdamUpdateOp(0.75, 0.5, 0.125, HasDecay: true).Call([w, m, v, g, 0.5f, 0.25f]);

        var updated = new AdamUpdateOp(0.75, 0.5, 0.125).Call([w - w * 0.25f, m, v, g, 0.5f]);
        for (var i = 0; i < 3; i++)
        {
            Compiled.AreSameBits(updated[i], decayed[i], $"result {i}");
        }

        Tensor Values(int seed) => Compiled.Values([size], seed: seed, hasSpecial: false);
    }

    [Fact]
    public void A_gradient_may_lie_in_any_order_in_memory()
    {
        var zeros = Ops.Zeros([2, 3]);
        var gradient = Ops.Transpose(new float[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } });

        var updated = new AdamUpdateOp(0, 0, 0).Call([zeros, zeros, zeros, gradient, 0.5]);

        Steps.AreNear([1, 2, 3, 4, 5, 6], updated[1].ToArray<float>());
    }

    [Fact]
    public void Other_shapes_are_refused()
    {
        var zeros = Ops.Zeros([2]);

        Assert.Throws<ShapeException>(() => new AdamUpdateOp(0, 0, 0).Call([zeros, zeros, zeros, Ops.Zeros([3]), 0.5]));
        Assert.Throws<ShapeException>(() => new AdamUpdateOp(0, 0, 0).Call([zeros, zeros, zeros, zeros, 0.5, 0.5]));
        Assert.Throws<ShapeException>(
            () => new AdamUpdateOp(0, 0, 0, HasDecay: true).Call([zeros, zeros, zeros, zeros, 0.5]));
    }
}
