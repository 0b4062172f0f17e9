using Hornet.Losses;
using Hornet.Metrics;
using Hornet.Optimizers;
using Hornet.Programs;

namespace Hornet;

/// <content>Configuration for training.</content>
public partial class Model
{
    private CompileLoss? _compileLoss;
    private CompileMetrics? _compileMetrics;
    private Mean? _lossTracker;
    private StructuredFunction? _trainFunction;
    private StructuredFunction? _testFunction;
    private StructuredFunction? _predictFunction;
    private Dictionary<Layers.Layer, bool> _compiledTrainable = [];

    /// <summary>Whether <see cref="Compile"/> has been called.</summary>
    public bool Compiled { get; private set; }

    /// <summary>What updates the weights.</summary>
    public Optimizer? Optimizer { get; private set; }

    /// <summary>Whether steps run op by op, for a debugger, instead of replaying a program.</summary>
    public bool RunEagerly { get; private set; }

    /// <summary>How many batches run between two calls of callbacks.</summary>
    public int StepsPerExecution { get; private set; } = 1;

    /// <summary>Set by a callback to end the training after the current batch.</summary>
    public bool StopTraining { get; set; }

    /// <summary>What is measured: the loss, those given to <see cref="Compile"/>, and those of the layers.</summary>
    public virtual IReadOnlyList<Metric> Metrics
    {
        get
        {
            IEnumerable<Metric> compiled =
            [
                .. _lossTracker is null ? [] : new[] { _lossTracker },
                .. _compileMetrics?.Metrics ?? [],
                .. _compileLoss?.Metrics ?? [],
            ];
            return [.. compiled.Concat(OwnedMetrics(this)).Distinct()];
        }
    }

    /// <summary>Keras's names of what is measured: <c>compile_metrics</c> are those given to
    /// <see cref="Compile"/>.</summary>
    public IReadOnlyList<string> MetricsNames
    {
        get
        {
            var given = _compileMetrics?.Metrics.ToHashSet() ?? [];
            var others = Metrics.Where(metric => !given.Contains(metric)).Select(metric => metric.Name).ToList();
            if (_compileMetrics is not null)
            {
                others.Insert(1, "compile_metrics"); // behind the loss
            }

            return others;
        }
    }

    /// <summary>Says how the model is trained.</summary>
    /// <param name="optimizer">An optimizer or its Keras name; <c>rmsprop</c> where null.</param>
    /// <param name="loss">A loss or its name, or one for each output.</param>
    /// <param name="lossWeights">How much each output's loss counts.</param>
    /// <param name="metrics">What is measured, or that of each output.</param>
    /// <param name="weightedMetrics">What is measured with the sample weights.</param>
    /// <param name="runEagerly">Whether steps run op by op, for a debugger, instead of replaying a program.</param>
    /// <param name="stepsPerExecution">How many batches run between two calls of callbacks.</param>
    /// <param name="autoScaleLoss">
    /// Whether the optimizer of a model of the policy <c>mixed_float16</c> becomes a
    /// <see cref="LossScaleOptimizer"/>, which keeps small gradients from vanishing.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepsPerExecution"/> is less than 1.</exception>
    /// <example><code>
    /// model.Compile(optimizer: "adam", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
    /// </code></example>
    public void Compile(
        Optimizer? optimizer = null,
        Identifiers<Loss>? loss = null,
        Nested<double>? lossWeights = null,
        Identifiers<Metric>? metrics = null,
        Identifiers<Metric>? weightedMetrics = null,
        bool runEagerly = false,
        int stepsPerExecution = 1,
        bool autoScaleLoss = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepsPerExecution);
        optimizer ??= "rmsprop";
        Optimizer = autoScaleLoss && DTypePolicy.Name == "mixed_float16" && optimizer is not LossScaleOptimizer
            ? new LossScaleOptimizer(optimizer, name: "loss_scale_optimizer")
            : optimizer;
        _compileLoss = loss is null ? null : new CompileLoss(loss, lossWeights);
        _compileMetrics =
            metrics is null && weightedMetrics is null ? null : new CompileMetrics(metrics, weightedMetrics);
        _lossTracker = new Mean("loss");
        (RunEagerly, StepsPerExecution) = (runEagerly, stepsPerExecution);
        _compileConfig = new(
            optimizer, loss, lossWeights, metrics, weightedMetrics, runEagerly, stepsPerExecution, autoScaleLoss);
        StopTraining = false;
        (_trainFunction, _testFunction, _predictFunction) = (null, null, null);
        _compiledTrainable = AllLayers(this).ToDictionary(layer => layer, layer => layer.Trainable);
        Compiled = true;
    }

    /// <summary>Starts what is measured again.</summary>
    public virtual void ResetMetrics()
    {
        foreach (var metric in Metrics)
        {
            metric.ResetState();
        }
    }

    private static IEnumerable<Metric> OwnedMetrics(Layers.Layer layer) =>
        layer.OwnMetrics.Concat(layer.OwnLayers.SelectMany(OwnedMetrics));

    private static IEnumerable<Layers.Layer> AllLayers(Layers.Layer layer) =>
        new[] { layer }.Concat(layer.OwnLayers.SelectMany(AllLayers)).Distinct();

    private void RequireCompiled(string method)
    {
        if (!Compiled)
        {
            throw new InvalidOperationException(
                $"You must call `Compile()` before calling `{method}()`: it says what the loss and the optimizer are.");
        }
    }

    private void WarnIfTrainableChanged()
    {
        foreach (var (layer, was) in _compiledTrainable)
        {
            if (layer.Trainable != was)
            {
                Warnings.Emit(
                    "The model's trainable state changed since `Compile()`. " +
                    "Call `Compile()` again for it to take effect.");
                return;
            }
        }
    }
}
