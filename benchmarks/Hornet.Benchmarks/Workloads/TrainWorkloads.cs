namespace Benchmarks;

/// <summary>One step of training: forward, backward, Adam.</summary>
internal static class TrainWorkloads
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        Create(Mlp.Digits, 128),
        Create(Mlp.Tiny, 32),
        Create(new Convnet(), 128),
        Create(new ResNet20(), 128),
        Create(new Lstm(), 32),
        Create(new Gru(), 32),
        Create(new Transformer(), 32),
    ];

    private static Workload Create(Family family, int batch) => new(
        $"{family.Name}_train",
        () => Work.OfTraining(family.ToHornet(), batch),
        [
            new("hornet", () => new HornetTraining(family, batch, isEager: false)),
            new("hornet_eager", () => new HornetTraining(family, batch, isEager: true)),
            new("torchsharp", () => new TorchTraining(family, batch)),
        ]);
}
