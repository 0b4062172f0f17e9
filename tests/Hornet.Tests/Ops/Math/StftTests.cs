using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ExtractSequencesOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.ExtractSequences(t[0], 3, 2), [2, 8]);
        OpContract.Check(t => Ops.ExtractSequences(t[0], 2, 3), [7]);
    }
}

public sealed class FramesOpTests
{
    [Fact]
    public void Windows_may_be_of_any_dtype()
    {
        Assert.Equal([1, 2, 2, 3], Ops.ExtractSequences(new[] { 1, 2, 3 }, 2, 1).ToArray<int>());
        Assert.Equal([1u, 2, 2, 3], Ops.ExtractSequences(new uint[] { 1, 2, 3 }, 2, 1).ToArray<uint>());
        Assert.Equal([null, 2], Ops.ExtractSequences(new KerasTensor([null]), 2, 1).Shape);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.ExtractSequences(new float[3], 4, 1));
        Assert.Throws<ShapeException>(() => Ops.ExtractSequences(new float[3], 2, 0));
        Assert.Throws<ShapeException>(() => Ops.ExtractSequences(new float[3], 0, 1));
    }
}

public sealed class STFTOpTests
{
    [Theory]
    [InlineData("hann", true)]
    [InlineData("hamming", false)]
    [InlineData(null, true)]
    public void Keeps_the_contract(string? window, bool center)
    {
        OpContract.Check(t => Ops.Stft(t[0], 3, 2, 4, window, center).Real, [2, 9]);
        OpContract.Check(t => Ops.Stft(t[0], 3, 2, 4, window, center).Imag, [9]);
    }

    [Fact]
    public void The_gradient_of_a_window_is_right() => OpContract.Check(
        t => Ops.Stft(Ops.Reshape(t[0], [9]), 4, 2, 4, Ops.Reshape(t[1], [4])).Real, [9], [4]);

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.Stft(new float[9], 4, 2, 3));
        Assert.Throws<ArgumentException>(() => Ops.Stft(new float[9], 4, 0, 4));
        Assert.Throws<ArgumentException>(() => Ops.Stft(new float[9], 4, 2, 4, "square"));
        Assert.Throws<ShapeException>(() => Ops.Stft(new float[9], 4, 2, 4, Ops.Ones([3])));
        Assert.Throws<ShapeException>(() => Ops.Stft(new int[9], 4, 2, 4));
    }
}

public sealed class ISTFTOpTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_the_contract(bool center) => OpContract.Check(
        t => Ops.Istft((Ops.Reshape(t[0], [-1, 3]), Ops.Reshape(t[1], [-1, 3])), 4, 2, 4, center: center), [9], [9]);

    [Theory]
    [InlineData("hann")]
    [InlineData("hamming")]
    [InlineData(null)]
    public void Undoes_the_transform(string? window)
    {
        double[] x = [1, 5, -2, 0.5, 3, 2, -1, 4];

        var back = Ops.Istft(Ops.Stft(x, 4, 2, 4, window), 4, 2, 4, window: window).ToArray<double>();
        Assert.All(back.Zip(x), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.Equal([5], Ops.Istft(Ops.Stft(x, 4, 2, 4, window), 4, 2, 4, 5, window).Shape);
    }

    [Fact]
    public void Needs_windows_and_frequencies() =>
        Assert.Throws<ShapeException>(() => Ops.Istft((new float[3], new float[3]), 4, 2, 4));
}

public sealed class OverlapAddOpTests
{
    [Fact]
    public void The_gradient_of_a_window_is_right() => OpContract.Check(
        t => Ops.Istft(
            (Ops.Reshape(t[0], [3, 3]), Ops.Reshape(t[1], [3, 3])), 4, 2, 4, Ops.Square(Ops.Reshape(t[2], [4])) + 1),
        [9], [9], [4]);
}
