using Hornet.Initializers;
using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class STFTTests
{
    [Theory]
    [InlineData("hann", false, new[] { 0, 0.75, 0.75, 0 })]
    [InlineData("hann", true, new[] { 0, 0.5, 1, 0.5 })]
    [InlineData("hamming", false, new[] { 0.08, 0.77, 0.77, 0.08 })]
    [InlineData("boxcar", false, new[] { 1.0, 1, 1, 1 })]
    [InlineData("triang", false, new[] { 0.25, 0.75, 0.75, 0.25 })]
    [InlineData("bartlett", false, new[] { 0, 2 / 3.0, 2 / 3.0, 0 })]
    [InlineData("cosine", false, new[] { 0.38268343, 0.92387953, 0.92387953, 0.38268343 })]
    [InlineData("parzen", false, new[] { 0.03125, 0.71875, 0.71875, 0.03125 })]
    [InlineData("tukey", true, new[] { 0, 1, 1, 1.0 })]
    [InlineData("lanczos", false, new[] { 0, 0.8269933, 0.8269933, 0 })]
    public void Windows_are_those_of_scipy(string name, bool periodic, double[] expected)
    {
        var kernel = new STFT(window: name, scaling: null, periodic: periodic).Apply([4, 1, 2]);

        float[] first = [.. Enumerable.Range(0, 4).Select(i => kernel[i, 0, 0].Item<float>())]; // cos 0
        Assert.Equal(expected.Select(value => (float)value), first, (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void A_side_of_a_transform_is_what_a_convolution_with_it_gives()
    {
        var signal = Keras.Random.Normal([16], seed: 3);
        var (real, imaginary) = Ops.Rfft(signal);

        Tensor Side(string side) => Ops.Tensordot(
            signal, new STFT(side, SignalWindow.None).Apply([16, 1, 9])[.., 0], axes: 1);

        Assert.Equal(real.ToArray<float>(), Side("real").ToArray<float>(), (x, y) => Math.Abs(x - y) < 1e-4);
        Assert.Equal(imaginary.ToArray<float>(), Side("imag").ToArray<float>(), (x, y) => Math.Abs(x - y) < 1e-4);
    }

    [Fact]
    public void Configurations_hold_a_name_numbers_or_no_window()
    {
        foreach (var (window, text) in new (SignalWindow?, string)[]
        {
            (null, "\"hann\""), ("flattop", "\"flattop\""), (SignalWindow.None, "null"),
            (new[] { 0.5, 1.0 }, "[0.5,1.0]"),
        })
        {
            var config = new STFT(window: window).GetConfig();
            Assert.Equal(text, config["window"]?.ToJsonString() ?? "null");
            Assert.Equal(
                config.ToJsonString(), KerasRegistry.FromConfig<STFT>(config).GetConfig().ToJsonString());
        }
    }

    [Fact]
    public void Says_what_it_does_not_know()
    {
        var side = Assert.Throws<ArgumentException>(() => new STFT("x"));
        var window = Assert.Throws<ArgumentException>(() => new STFT(window: "x"));
        Assert.Contains("'real' or 'imag'", side.Message, StringComparison.Ordinal);
        Assert.Contains("hann, hamming", window.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new STFT(scaling: "x"));
        Assert.Throws<ArgumentException>(() => new STFT(window: new[] { 1.0 }).Apply([4, 1, 3]));
        Assert.Throws<ShapeException>(() => new STFT().Apply([4, 3]));
    }
}
