using Hornet.Testing;

namespace Hornet.Tests;

public sealed class NormalizeOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Normalize(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Normalize(t[0], axis: null), [2, 3]);
        OpContract.Check(t => Ops.Normalize(t[0], axis: [0, 1]), [2, 2, 2]);
        OpContract.Check(t => Ops.Normalize(t[0], axis: 0, order: 3), [2, 3]);
    }

    [Fact]
    public void Makes_the_norm_1_but_divides_by_no_less_than_epsilon()
    {
        Assert.Equal(new float[] { 0.25f, 0.75f }, Ops.Normalize(new float[] { 1, 3 }, order: 1).ToArray<float>());
        Assert.Equal(new float[] { 0, 0 }, Ops.Normalize(new float[] { 0, 0 }).ToArray<float>());
        Assert.Equal(new float[] { 1.5f },
            Ops.Normalize(new float[] { 3 }, epsilon: 2, order: 3).ToArray<float>().Select(v => v * 1.5f));
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.Normalize(new float[3], order: 0));
        Assert.Throws<ShapeException>(() => Ops.Normalize(new float[3], axis: 1));
    }
}

public sealed class PSNROpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Psnr(t[0], t[1], 2), [2, 3], [2, 3]);

    [Fact]
    public void Is_in_decibels() =>
        Assert.Equal(20, Ops.Psnr(new float[] { 1, 1 }, new float[] { 0.9f, 1.1f }, 1).Item<float>(), 1e-4f);

    [Fact]
    public void Says_what_does_not_fit() =>
        Assert.Throws<ShapeException>(() => Ops.Psnr(new float[2], new float[3], 1));
}

public sealed class PolarOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.Real(Ops.Polar(t[0], t[1])) + (3 * Ops.Imag(Ops.Polar(t[0], t[1]))), [2, 3], [3]);

    [Fact]
    public void Of_a_right_angle_is_imaginary()
    {
        var z = Ops.Polar(new float[] { 2 }, new float[] { MathF.PI / 2 });

        Assert.Equal((DType.Complex64, 2), (z.DType, (int)Math.Round(Ops.Imag(z).Item<float>())));
    }
}
