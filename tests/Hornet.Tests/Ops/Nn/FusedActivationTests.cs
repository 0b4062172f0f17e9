namespace Hornet.Tests;

public sealed class FusedActivationOpTests
{
    [Fact]
    public void Takes_half_precision_and_less()
    {
        foreach (var dtype in new[] { DType.Float16, DType.BFloat16, DType.Float8E5M2, DType.Float64 })
        {
            Tensor[] results =
            [
                Ops.Gelu(Ops.Ones([3], dtype)), Ops.Gelu(Ops.Ones([3], dtype), false), Ops.Mish(Ops.Ones([3], dtype)),
                Ops.HardSigmoid(Ops.Ones([3], dtype)), Ops.HardSilu(Ops.Ones([3], dtype)),
                    Ops.Silu(Ops.Ones([3], dtype)),
                Ops.LogSigmoid(Ops.Ones([3], dtype)), Ops.Softplus(Ops.Ones([3], dtype)),
            ];

            Assert.All(results, result => Assert.Equal(dtype, result.DType));
        }
    }

    [Fact]
    public void Of_infinity_is_infinite_or_nothing()
    {
        foreach (var count in new[] { 1, 2, 3, 4, 5 })
        {
            var x = Ops.Full([count], float.PositiveInfinity);

            Assert.All(Ops.Gelu(x, false).ToArray<float>(), y => Assert.Equal(float.PositiveInfinity, y));
        }
    }

    [Fact]
    public void Of_any_length_gives_what_ops_give()
    {
        for (var length = 0; length < 70; length++)
        {
            Tensor x = Enumerable.Range(0, length).Select(i => (i - 30) / 9f).ToArray();

            var exact = (x * 0.5 * (1 + Ops.Erf(x * Math.Sqrt(0.5)))).ToArray<float>();

            Assert.All(Ops.Gelu(x, false).ToArray<float>().Zip(exact),
                pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
        }
    }
}

public sealed class FusedActivationGradientOpTests
{
    [Fact]
    public void Is_that_of_the_function()
    {
        Tensor x = new float[] { 0 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(0.5f, tape.Gradient(Ops.Silu(x), x).Item<float>());
    }
}
