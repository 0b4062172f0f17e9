using Hornet.Callbacks;

namespace Hornet.Training;

/// <summary>What one call of <c>Fit</c> is to do.</summary>
internal sealed record FitPlan(BatchSource Source, BatchSource? Validation)
{
    public required int Epochs { get; init; }

    public required int InitialEpoch { get; init; }

    public required int Verbose { get; init; }

    public required IEnumerable<Callback>? Callbacks { get; init; }

    public required int? StepsPerEpoch { get; init; }

    public required int? ValidationSteps { get; init; }

    public required int ValidationFreq { get; init; }

    public required CancellationToken CancellationToken { get; init; }
}
