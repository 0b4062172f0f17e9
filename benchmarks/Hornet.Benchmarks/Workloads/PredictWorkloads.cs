namespace Benchmarks;

/// <summary>One prediction for a batch, with the same weights in every library.</summary>
internal static class PredictWorkloads
{
    private static readonly int[] s_batches = [1, 32];

    public static IReadOnlyList<Workload> All { get; } =
        [.. Create(Mlp.Digits), .. Create(new Convnet()), .. Create(new ResNet20()), .. Create(new Lstm())];

    private static IEnumerable<Workload> Create<T>(T family)
        where T : Family, IInOnnx => s_batches.Select(batch => new Workload(
            $"{family.Name}_predict_{batch}",
            () => Work.OfPrediction(family.ToHornet(), batch),
            [
                new("hornet", () => HornetPrediction.Create(family, batch, isEager: false)),
                new("hornet_eager", () => HornetPrediction.Create(family, batch, isEager: true)),
                new("torchsharp", () => TorchPrediction.Create(family, batch)),
                new("onnxruntime", () => OnnxPrediction.Create(family, batch)),
            ]));
}
