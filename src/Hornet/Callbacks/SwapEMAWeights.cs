using Hornet.Optimizers;

namespace Hornet.Callbacks;

/// <summary>Evaluates and predicts with the moving averages of the weights, which the optimizer keeps.</summary>
/// <example><code>
/// model.Compile(optimizer: new SGD(useEma: true), loss: "mse");
/// model.Fit(x, y, validationSplit: 0.5, callbacks: [new SwapEMAWeights()]);
/// </code></example>
/// <param name="swapOnEpoch">
/// Whether the averages stand in the model from the end of an epoch to the beginning of the next, so that callbacks
/// after this one save them.
/// </param>
public sealed class SwapEMAWeights(bool swapOnEpoch = false) : Callback
{
    private bool _isSwapped;

    /// <summary>Whether the averages stand in the model between epochs.</summary>
    public bool SwapOnEpoch { get; } = swapOnEpoch;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        if (SwapOnEpoch)
        {
            Swap(false);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (!SwapOnEpoch || _isSwapped)
        {
            return;
        }

        Swap(true);
        if (epoch == Params.Epochs - 1)
        {
            // The end of the training sets the weights to their averages: these must be what now stands in the model.
            foreach (var optimizer in Averaging())
            {
                optimizer.TakeAverages();
            }
        }
    }

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs) => Swap(true);

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs) => Swap(false);

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => Swap(true);

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => Swap(false);

    private void Swap(bool toAverages)
    {
        if (_isSwapped != toAverages)
        {
            foreach (var optimizer in Averaging())
            {
                optimizer.SwapAverages();
            }

            _isSwapped = toAverages;
        }
    }

    private Optimizer[] Averaging()
    {
        var optimizer = Model.Optimizer is LossScaleOptimizer scaling ? scaling.InnerOptimizer : Model.Optimizer!;
        var averaging = ((optimizer as MultiOptimizer)?.Optimizers ?? [optimizer]).Where(each => each.UseEma).ToArray();
        return averaging.Length > 0 ? averaging : throw new InvalidOperationException(
            "SwapEMAWeights: expected an optimizer that keeps moving averages: new SGD(useEma: true). " +
            $"Received: {optimizer.Name}, which keeps none.");
    }
}
