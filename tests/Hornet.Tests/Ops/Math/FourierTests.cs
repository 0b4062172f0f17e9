using Hornet.Testing;

namespace Hornet.Tests;

public sealed class FFTOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Fft((Signals.Of(t[0], 3), Signals.Of(t[1], 3))).Real, [6], [6]);
        OpContract.Check(t => Ops.Fft((Signals.Of(t[0], 3), Signals.Of(t[1], 3))).Imag, [6], [6]);
    }

    [Fact]
    public void Of_an_impulse_is_flat()
    {
        var (real, imag) = Ops.Fft((new float[] { 1, 0, 0, 0 }, new float[4]));

        Assert.Equal([1f, 1, 1, 1], real.ToArray<float>());
        Assert.Equal([0f, 0, 0, 0], imag.ToArray<float>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Fft((new float[3], new float[4])));
        Assert.Throws<ShapeException>(() => Ops.Fft((new int[3], new int[3])));
        Assert.Throws<ShapeException>(() => Ops.Fft((new KerasTensor([null]), new KerasTensor([null]))));
        Assert.Throws<ShapeException>(() => Ops.Fft2((new float[3], new float[3])));
    }
}

public sealed class FFT2OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.Fft2((Ops.Reshape(t[0], [2, 3]), Ops.Reshape(t[1], [2, 3]))).Real, [6], [6]);
}

public sealed class IFFT2OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.Ifft2((Ops.Reshape(t[0], [2, 3]), Ops.Reshape(t[1], [2, 3]))).Imag, [6], [6]);

    [Fact]
    public void Undoes_the_transform()
    {
        Tensor x = new double[,] { { 1, 2, 3 }, { -4, 5, 0.5 } };
        var (real, imag) = Ops.Ifft2(Ops.Fft2((x, Ops.ZerosLike(x))));

        Assert.All(real.ToArray<double>().Zip(x.ToArray<double>()), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.All(imag.ToArray<double>(), number => Assert.Equal(0, number, 12));
    }
}

public sealed class FourierOpTests
{
    [Fact]
    public void No_signals_have_no_spectrum()
    {
        Assert.Equal([0, 4], Ops.Fft((Ops.Zeros([0, 4]), Ops.Zeros([0, 4]))).Real.Shape);
        Assert.Equal([0, 3], Ops.Rfft(Ops.Zeros([0, 4])).Real.Shape);
        Assert.Equal([0, 4], Ops.Irfft((Ops.Zeros([0, 3]), Ops.Zeros([0, 3]))).Shape);
    }

    [Fact]
    public void The_axes_before_are_a_batch() =>
        Assert.Equal([2, 5, 3], Ops.Fft((Ops.Ones([2, 5, 3]), Ops.Zeros([2, 5, 3]))).Real.Shape);
}

public sealed class ComplexOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.Imag(Ops.Square(Ops.ViewAsComplex(Ops.Reshape(t[0], [3, 2])))), [6]);
}

public sealed class RFFTOpTests
{
    [Theory]
    [InlineData(5, null)]
    [InlineData(4, null)]
    [InlineData(4, 3)]
    [InlineData(4, 7)]
    public void Keeps_the_contract(int length, int? fftLength)
    {
        OpContract.Check(t => Ops.Rfft(Signals.Of(t[0], length), fftLength).Real, [2 * length]);
        OpContract.Check(t => Ops.Rfft(Signals.Of(t[0], length), fftLength).Imag, [2 * length]);
    }

    [Fact]
    public void Half_the_spectrum_says_all()
    {
        var (real, imag) = Ops.Rfft(new float[] { 0, 1, 0, -1 });

        Assert.Equal([0f, 0, 0], real.ToArray<float>());
        Assert.Equal([0f, -2, 0], imag.ToArray<float>());
        Assert.Equal([null], Ops.Rfft(new KerasTensor([null])).Real.Shape);
        Assert.Throws<ArgumentException>(() => Ops.Rfft(new float[4], 0));
        Assert.Throws<ShapeException>(() => Ops.Rfft(Ops.Zeros([0])));
    }
}

public sealed class RealFourierOpTests
{
    [Fact]
    public void Integers_become_floats() => Assert.Equal(DType.Float32, Ops.Rfft(new[] { 1, 2, 3 }).Real.DType);
}

public sealed class IRFFTOpTests
{
    [Theory]
    [InlineData(3, null)]
    [InlineData(3, 5)]
    [InlineData(3, 3)]
    [InlineData(3, 8)]
    public void Keeps_the_contract(int length, int? fftLength) => OpContract.Check(
        t => Ops.Irfft((Signals.Of(t[0], length), Signals.Of(t[1], length)), fftLength), [2 * length], [2 * length]);
}

public sealed class RealInverseOpTests
{
    [Fact]
    public void Undoes_the_transform()
    {
        double[] x = [1, 5, -2, 0.5, 3];

        var back = Ops.Irfft(Ops.Rfft(x), x.Length).ToArray<double>();
        Assert.All(back.Zip(x), pair => Assert.Equal(pair.Second, pair.First, 12));
    }
}

/// <summary>Two signals, whose batch may be of unknown size.</summary>
internal static class Signals
{
    public static Tensor Of(Tensor x, int length) => Ops.Reshape(x, [-1, length]);
}
