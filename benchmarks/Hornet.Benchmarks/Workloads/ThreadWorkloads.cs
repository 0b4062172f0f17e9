using Hornet;

namespace Benchmarks;

/// <summary>One model that several threads ask at once.</summary>
internal static class ThreadWorkloads
{
    private const int Threads = 8;
    private const int Batch = 32;

    public static Workload Predict { get; } = new(
        "mlp_predict_threads",
        () => Work.OfPrediction(Mlp.Digits.ToHornet(), Threads * Batch),
        [new("hornet", () => new HornetPredictions())]);

    /// <summary>A step is a batch for each thread, each compared with what one thread alone gave for it.</summary>
    private sealed class HornetPredictions : IContender
    {
        private readonly Model _model = Mlp.Digits.ToHornet();
        private readonly Tensor[] _batches = Draw();
        private readonly float[][] _expected;
        private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = Threads };

        public HornetPredictions()
        {
            ThreadPool.SetMinThreads(Threads, Threads);
            _expected = Array.ConvertAll(_batches, Predict);
        }

        public void Step() => Parallel.For(0, Threads, _options, i =>
        {
            if (!Predict(_batches[i]).AsSpan().SequenceEqual(_expected[i]))
            {
                throw new InvalidOperationException($"Batch {i} got another prediction than one thread alone gave.");
            }
        });

        public void Dispose()
        {
        }

        private static Tensor[] Draw() =>
            [.. Enumerable.Range(0, Threads).Select(_ => Keras.Random.Uniform([Batch, 784]))];

        private float[] Predict(Tensor x) => _model.Predict(x, verbose: 0).Value.ToArray<float>();
    }
}
