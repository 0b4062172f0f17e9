namespace Benchmarks;

/// <summary>100 MB of weights to a file and back. The floor is a bare file of as many bytes.</summary>
internal static class StorageWorkloads
{
    // Six kernels of 2048 x 2048 floats.
    private static readonly Mlp s_family = new("storage", 2048, 2048, 2048, 2048, 2048, 2048, 2048);

    public static Workload Save { get; } = new(
        "save",
        () => new Work(0),
        [new("hornet", () => new HornetFile(isLoad: false)), new("torchsharp", () => new TorchFile(isLoad: false))],
        () => new BareFile(isLoad: false));

    public static Workload Load { get; } = new(
        "load",
        () => new Work(0),
        [new("hornet", () => new HornetFile(isLoad: true)), new("torchsharp", () => new TorchFile(isLoad: true))],
        () => new BareFile(isLoad: true));

    private sealed class HornetFile : IContender
    {
        private readonly TemporaryFolder _folder = new();
        private readonly Hornet.Model _model = s_family.ToHornet();
        private readonly string _path;
        private readonly bool _isLoad;

        public HornetFile(bool isLoad)
        {
            _isLoad = isLoad;
            _path = _folder.File("model.weights.h5");
            _model.SaveWeights(_path);
        }

        public void Step()
        {
            if (_isLoad)
            {
                _model.LoadWeights(_path);
            }
            else
            {
                _model.SaveWeights(_path);
            }
        }

        public void Dispose() => _folder.Dispose();
    }

    private sealed class TorchFile : IContender
    {
        private readonly TemporaryFolder _folder = new();
        private readonly TorchModule _model = s_family.ToTorch();
        private readonly string _path;
        private readonly bool _isLoad;

        public TorchFile(bool isLoad)
        {
            _isLoad = isLoad;
            _path = _folder.File("model.dat");
            _model.save(_path);
        }

        public void Step() => _ = _isLoad ? _model.load(_path) : _model.save(_path);

        public void Dispose()
        {
            _model.Dispose();
            _folder.Dispose();
        }
    }

    private sealed class BareFile : IContender
    {
        private readonly TemporaryFolder _folder = new();
        private readonly byte[] _bytes = new byte[s_family.ToHornet().CountParams() * sizeof(float)];
        private readonly string _path;
        private readonly bool _isLoad;

        public BareFile(bool isLoad)
        {
            _isLoad = isLoad;
            _path = _folder.File("bytes");
            File.WriteAllBytes(_path, _bytes);
        }

        public void Step()
        {
            if (_isLoad)
            {
                using var file = File.OpenHandle(_path);
                RandomAccess.Read(file, _bytes.AsSpan(), fileOffset: 0);
            }
            else
            {
                File.WriteAllBytes(_path, _bytes);
            }
        }

        public void Dispose() => _folder.Dispose();
    }
}
