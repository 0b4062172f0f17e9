namespace Hornet;

/// <content>One step of training, evaluation and prediction. Subclasses override what they do otherwise.</content>
public partial class Model
{
    /// <summary>One step of training: forward, loss, gradients, update. Traced once, then replayed.</summary>
    /// <param name="batch">The inputs, targets and sample weights.</param>
    /// <returns>What is shown and kept in the history: scalars by name.</returns>
    protected virtual Nested<Tensor> TrainStep(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var tape = new GradientTape();
        var yPred = ApplyMany(batch.X, training: true);
        var loss = ComputeLoss(batch.X, batch.Y, yPred, batch.SampleWeight, training: true);
        _lossTracker?.UpdateState(loss, sampleWeight: batch.Size);
        var weights = TrainableWeights;
        if (weights.Count > 0)
        {
            Optimizer!.Build(weights);
            Optimizer.Apply(tape.Gradients(Optimizer.ScaleLoss(loss), weights), weights);
        }
        else
        {
            Warnings.Emit("The model does not have any trainable weights.");
        }

        return ComputeMetrics(batch.X, batch.Y, yPred, batch.SampleWeight);
    }

    /// <summary>One step of evaluation.</summary>
    /// <param name="batch">The inputs, targets and sample weights.</param>
    /// <returns>What is shown: scalars by name.</returns>
    protected virtual Nested<Tensor> TestStep(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var yPred = ApplyMany(batch.X, training: false);
        var loss = ComputeLoss(batch.X, batch.Y, yPred, batch.SampleWeight, training: false);
        _lossTracker?.UpdateState(loss, sampleWeight: batch.Size);
        return ComputeMetrics(batch.X, batch.Y, yPred, batch.SampleWeight);
    }

    /// <summary>One step of prediction.</summary>
    /// <param name="x">The inputs.</param>
    protected virtual Nested<Tensor> PredictStep(Nested<Tensor> x) => ApplyMany(x, training: false);

    /// <summary>The total loss: that given to <see cref="Compile"/> and the penalties of the layers.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="yPred">What the model gave.</param>
    /// <param name="sampleWeight">How much each sample counts.</param>
    /// <param name="training">Whether this is training.</param>
    protected virtual Tensor ComputeLoss(
        Nested<Tensor> x, Nested<Tensor>? y, Nested<Tensor> yPred, Nested<Tensor>? sampleWeight, bool training)
    {
        ArgumentNullException.ThrowIfNull(yPred);
        var total = _compileLoss?.Apply(y, yPred, sampleWeight, new OutputMap(yPred, OutputNames));
        foreach (var loss in Losses)
        {
            total = total is null ? loss : total + loss;
        }

        return total ?? throw new InvalidOperationException(_compileLoss is not null && y is null
            ? "There is a loss but no target. Pass targets y with one entry for each output."
            : "There is no loss to compute. Pass a `loss` to `Compile()`, or add one with AddLoss in a layer.");
    }

    /// <summary>Updates what is measured, and gives all results by name.</summary>
    /// <inheritdoc cref="ComputeLoss"/>
    protected virtual Nested<Tensor> ComputeMetrics(
        Nested<Tensor> x, Nested<Tensor>? y, Nested<Tensor> yPred, Nested<Tensor>? sampleWeight)
    {
        ArgumentNullException.ThrowIfNull(yPred);
        _compileMetrics?.UpdateState(y, sampleWeight, new OutputMap(yPred, OutputNames));
        return GetMetricsResult();
    }

    /// <summary>The results of all that is measured, by name.</summary>
    protected Nested<Tensor> GetMetricsResult()
    {
        var results = new SortedDictionary<string, Nested<Tensor>>(StringComparer.Ordinal);
        foreach (var (name, value) in _compileMetrics?.Results() ?? [])
        {
            results[name] = value;
        }

        var compiled = _compileMetrics?.Metrics.ToHashSet() ?? [];
        foreach (var metric in Metrics.Where(metric => !compiled.Contains(metric)))
        {
            results[metric.Name] = metric.Result();
        }

        return Nested.Dictionary(results);
    }
}
