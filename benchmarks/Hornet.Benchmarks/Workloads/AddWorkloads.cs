using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>The sum of two tensors: of ten floats it is nothing but overhead, of 16M nothing but memory.</summary>
internal static class AddWorkloads
{
    public static Workload TenFloats { get; } = Create("add_10", 10);

    public static Workload SixteenMillionFloats { get; } = Create("add_16m", 1 << 24);

    private static Workload Create(string name, int size) => new(
        name,
        () => new Work(0, Bytes: 3.0 * size * sizeof(float)),
        [new("hornet_eager", () => new HornetAdd(size)), new("torchsharp", () => new TorchSharpAdd(size))]);

    private sealed class HornetAdd(int size) : IContender
    {
        private readonly Hornet.Tensor _x = Hornet.Keras.Random.Uniform([size]);
        private readonly Hornet.Tensor _y = Hornet.Keras.Random.Uniform([size]);

        public void Step() => _ = _x + _y;

        public void Dispose()
        {
        }
    }

    private sealed class TorchSharpAdd(int size) : IContender
    {
        private readonly Tensor _x = rand(size);
        private readonly Tensor _y = rand(size);

        public void Step()
        {
            using var sum = _x + _y;
        }

        public void Dispose()
        {
            _x.Dispose();
            _y.Dispose();
        }
    }
}
