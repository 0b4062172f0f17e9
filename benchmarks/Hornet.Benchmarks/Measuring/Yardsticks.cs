using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>How fast this machine is, measured beside the contenders: floors are given at this speed.</summary>
internal sealed class Yardsticks : IDisposable
{
    private const int Side = 1024;
    private const int Floats = 1 << 24;

    private readonly Gemm _gemm = new();
    private readonly Convolution _convolution = new();
    private readonly Copy _copy = new();
    private readonly Triad _triad = new();

    public Yardsticks() => Series = [new(_gemm), new(_convolution), new(_copy), new(_triad)];

    public Series[] Series { get; }

    public YardstickSpeeds Speeds => new(
        2.0 * Side * Side * Side / Series[0].Median / 1e6,
        Convolution.Flops / Series[1].Median / 1e6,
        2.0 * Floats * sizeof(float) / Series[2].Median / 1e6,
        3.0 * Floats * sizeof(float) / Series[3].Median / 1e6);

    public void Dispose()
    {
        _gemm.Dispose();
        _convolution.Dispose();
        _copy.Dispose();
        _triad.Dispose();
    }

    private sealed class Gemm : IContender
    {
        private readonly Tensor _x = rand(Side, Side);
        private readonly Tensor _y = rand(Side, Side);

        public void Step()
        {
            using var product = mm(_x, _y);
        }

        public void Dispose()
        {
            _x.Dispose();
            _y.Dispose();
        }
    }

    // A convolution in the middle of ResNet-20, of images and filters whose channels are last in memory.
    private sealed class Convolution : IContender
    {
        private const int Batch = 128;
        private const int Size = 16;
        private const int Channels = 32;
        private readonly Tensor _x = rand(Batch, Size, Size, Channels).permute(0, 3, 1, 2);
        private readonly Tensor _filters = rand(Channels, 3, 3, Channels).permute(0, 3, 1, 2);

        public static double Flops => 2.0 * Batch * Size * Size * Channels * Channels * 9;

        public void Step()
        {
            using var result = Nn.functional.conv2d(_x, _filters, padding: [1, 1]);
        }

        public void Dispose()
        {
            _x.Dispose();
            _filters.Dispose();
        }
    }

    private sealed class Copy : IContender
    {
        private readonly Tensor _from = rand(Floats);
        private readonly Tensor _to = zeros(Floats);

        public void Step() => _to.copy_(_from);

        public void Dispose()
        {
            _from.Dispose();
            _to.Dispose();
        }
    }

    // to = to + 0.5 · from: two reads and a write.
    private sealed class Triad : IContender
    {
        private readonly TorchSharp.Scalar _half = 0.5; // held: its finalizer may free it while the kernel reads it
        private readonly Tensor _from = rand(Floats);
        private readonly Tensor _to = zeros(Floats);

        public void Step() => _to.add_(_from, _half);

        public void Dispose()
        {
            _from.Dispose();
            _to.Dispose();
        }
    }
}

/// <summary>The yardsticks' medians.</summary>
internal sealed record YardstickSpeeds(double GemmGflops, double ConvGflops, double CopyGbS, double TriadGbS)
{
    /// <summary>The time of so much work at this speed.</summary>
    public double Milliseconds(Work work) =>
        (work.GemmFlops / GemmGflops / 1e6) + (work.ConvFlops / ConvGflops / 1e6) + (work.Bytes / CopyGbS / 1e6);

    /// <summary>The middle of several measurements.</summary>
    public static YardstickSpeeds Median(IReadOnlyCollection<YardstickSpeeds> speeds) => new(
        Middle(speeds.Select(one => one.GemmGflops)),
        Middle(speeds.Select(one => one.ConvGflops)),
        Middle(speeds.Select(one => one.CopyGbS)),
        Middle(speeds.Select(one => one.TriadGbS)));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
