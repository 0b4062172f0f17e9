using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>What a batch of a family is to be told as: numbers of each sample, or its class.</summary>
internal sealed class Targets
{
    private const int Seed = 13;
    private readonly int _batch;
    private readonly float[]? _numbers;
    private readonly long[]? _classes;

    public Targets(Family family, int batch)
    {
        var random = new Random(Seed);
        var samples = Enumerable.Range(0, batch);
        _batch = batch;
        if (family.Goal == Goal.Class)
        {
            _classes = [.. samples.Select(_ => (long)random.Next(family.Outputs))];
        }
        else
        {
            _numbers = [.. samples.Select(_ => family.Goal == Goal.YesOrNo ? random.Next(2) : random.NextSingle())];
        }
    }

    public Hornet.Tensor ToHornet() => _classes is null
        ? Hornet.Tensor.From([_batch, 1], _numbers!)
        : Hornet.Tensor.From([_batch], _classes);

    public Tensor ToTorch() => _classes is null ? tensor(_numbers!, [_batch, 1]) : tensor(_classes);
}
