using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Optimizers.Schedules;
using Hornet.Programs;
using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Changes variables by their gradients, so that a loss falls. Converts from its Keras name.</summary>
/// <remarks>
/// An optimizer of one's own derives from this, makes its variables in <c>AddVariables</c> and computes one step of one
/// variable in <c>UpdateStep</c>: in ops and assignments only, since the step is traced and replayed.
/// </remarks>
/// <example><code>
/// using var tape = new GradientTape();
/// var loss = Ops.Mean(Ops.Square(model.Apply(x) - y));
/// var optimizer = new Adam(learningRate: 1e-3);
/// optimizer.Apply(tape.Gradients(loss, model.TrainableVariables), model.TrainableVariables);
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "KerasRegistry.Get has the word.")]
public abstract partial class Optimizer : IKerasSerializable, ITrackable, IStateful
{
    private readonly Variable _iterations;
    private Variable? _learningRate;
    private LearningRateSchedule? _schedule;

    /// <summary>Sets what every optimizer has.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule.</param>
    /// <param name="weightDecay">How much smaller the variables get with each step, times the learning rate.</param>
    /// <param name="clipnorm">The largest norm that the gradient of one variable may have.</param>
    /// <param name="clipvalue">The largest absolute value that an element of a gradient may have.</param>
    /// <param name="globalClipnorm">The largest norm that all gradients together may have.</param>
    /// <param name="useEma">Whether to keep a moving average of the variables.</param>
    /// <param name="emaMomentum">How much of the average stays with each step.</param>
    /// <param name="emaOverwriteFrequency">
    /// After how many steps the variables are set to their average; at the end of training where null.
    /// </param>
    /// <param name="lossScaleFactor">What the loss is multiplied by, so that 16-bit gradients do not vanish.</param>
    /// <param name="gradientAccumulationSteps">Over how many steps gradients are averaged before an update.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <exception cref="ArgumentException">An argument is out of its range, or more than one clips.</exception>
    protected Optimizer(
        LearningRate learningRate,
        double? weightDecay = null,
        double? clipnorm = null,
        double? clipvalue = null,
        double? globalClipnorm = null,
        bool useEma = false,
        double emaMomentum = 0.99,
        int? emaOverwriteFrequency = null,
        double? lossScaleFactor = null,
        int? gradientAccumulationSteps = null,
        string? name = null)
    {
        CheckAccumulation(gradientAccumulationSteps);
        CheckAverage(useEma, emaMomentum, emaOverwriteFrequency);
        CheckClipping(clipnorm, clipvalue, globalClipnorm);
        Name = name ?? Names.Unique(GetType().Name);
        WeightDecay = weightDecay;
        Clipnorm = clipnorm;
        Clipvalue = clipvalue;
        GlobalClipnorm = globalClipnorm;
        UseEma = useEma;
        EmaMomentum = emaMomentum;
        EmaOverwriteFrequency = emaOverwriteFrequency;
        LossScaleFactor = lossScaleFactor;
        GradientAccumulationSteps = gradientAccumulationSteps;
        _iterations = AddVariable(Ops.Zeros([], DType.Int32), "iteration");
        _schedule = learningRate.Schedule;
        _learningRate = _schedule is null
            ? AddVariable(Ops.Full([], learningRate.Value, Keras.Config.Floatx()), "learning_rate")
            : null;
    }

    /// <summary>The name: the first part of the paths of the optimizer's variables.</summary>
    public string Name { get; }

    /// <summary>How large the steps are. A number can be set at any time, also between replayed steps.</summary>
    /// <exception cref="InvalidOperationException">A number is set where there is a schedule.</exception>
    public virtual LearningRate LearningRate
    {
        get => new(_schedule, Ops.Cast(CurrentLearningRate, DType.Float64).Item<double>());
        set => Set(value);
    }

    /// <summary>How much smaller the variables get with each step, times the learning rate.</summary>
    public double? WeightDecay { get; }

    /// <summary>The largest norm that the gradient of one variable may have.</summary>
    public double? Clipnorm { get; }

    /// <summary>The largest absolute value that an element of a gradient may have.</summary>
    public double? Clipvalue { get; }

    /// <summary>The largest norm that all gradients together may have.</summary>
    public double? GlobalClipnorm { get; }

    /// <summary>Whether a moving average of the variables is kept.</summary>
    public bool UseEma { get; }

    /// <summary>How much of the average stays with each step.</summary>
    public double EmaMomentum { get; }

    /// <summary>After how many steps the variables are set to their average; when training ends where null.</summary>
    public int? EmaOverwriteFrequency { get; }

    /// <summary>What the loss is multiplied by, so that gradients in 16 bits do not vanish.</summary>
    public virtual double? LossScaleFactor { get; internal set; }

    /// <summary>Over how many steps gradients are averaged before an update.</summary>
    public int? GradientAccumulationSteps { get; }

    /// <summary>How many updates have been made: of accumulated gradients, one for all of their steps.</summary>
    public virtual Tensor Iterations => GradientAccumulationSteps is > 0 and { } steps
        ? Ops.FloorDivide(_iterations, steps)
        : _iterations;

    /// <summary>The learning rate of the next step, as a scalar; in a traced step it is read anew each time.</summary>
    protected internal virtual Tensor CurrentLearningRate => _schedule?.Apply(_iterations) ?? _learningRate!.Value;

    /// <summary>Whether the learning rate is a schedule.</summary>
    private protected bool HasSchedule => _schedule is not null;

    /// <summary>How many steps have been made, those that only accumulate too.</summary>
    private protected Variable StepCount => _iterations;

    /// <summary>The optimizer of a Keras name: <c>adam</c>, <c>sgd</c>, <c>rmsprop</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Optimizer?(string? name) =>
        name is null ? null : KerasRegistry.Get<Optimizer>(name);

    /// <summary>The loss as gradients are to be taken of it: multiplied by <see cref="LossScaleFactor"/>.</summary>
    /// <param name="loss">A scalar.</param>
    public virtual Tensor ScaleLoss(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return LossScaleFactor is { } factor ? loss * factor : loss;
    }

    /// <summary>The arguments that make an equal optimizer, by Keras's names. The generator adds others.</summary>
    public virtual JsonObject GetConfig() => new()
    {
        ["name"] = Name,
        ["learning_rate"] = LearningRate.ToConfig(),
        ["weight_decay"] = ConfigValue.Write(WeightDecay),
        ["clipnorm"] = ConfigValue.Write(Clipnorm),
        ["global_clipnorm"] = ConfigValue.Write(GlobalClipnorm),
        ["clipvalue"] = ConfigValue.Write(Clipvalue),
        ["use_ema"] = UseEma,
        ["ema_momentum"] = ConfigValue.Write(EmaMomentum),
        ["ema_overwrite_frequency"] = EmaOverwriteFrequency,
        ["loss_scale_factor"] = ConfigValue.Write(LossScaleFactor),
        ["gradient_accumulation_steps"] = GradientAccumulationSteps,
    };

    /// <summary>Drops what Keras 2 wrote and Keras 3 does not know.</summary>
    /// <param name="config">The configuration.</param>
    protected static void UpgradeConfig(ConfigReader config)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Ignore("decay", "jit_compile", "is_legacy_optimizer");
    }

    private void Set(LearningRate rate)
    {
        if (rate.Schedule is { } schedule)
        {
            _schedule = schedule;
            Remove(_learningRate);
            _learningRate = null;
        }
        else if (_learningRate is null)
        {
            throw new InvalidOperationException(
                $"Optimizer '{Name}': expected a schedule, since its learning rate is one. Received: {rate}. Make the "
                + "optimizer with a number where the rate is to be set.");
        }
        else
        {
            _learningRate.Assign(rate.Value);
        }
    }

    private static void CheckAccumulation(int? steps)
    {
        if (steps is not (null or 0 or >= 2))
        {
            throw new ArgumentException(
                $"Expected gradientAccumulationSteps to be at least 2, or null. Received: {steps}.");
        }
    }

    private static void CheckAverage(bool useEma, double momentum, int? frequency)
    {
        if (useEma && momentum is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"Expected emaMomentum between 0 and 1. Received: {momentum}.");
        }

        if (useEma && frequency < 0)
        {
            throw new ArgumentException(
                $"Expected emaOverwriteFrequency to be at least 1, or null. Received: {frequency}.");
        }
    }

    private static void CheckClipping(double? clipnorm, double? clipvalue, double? globalClipnorm)
    {
        double?[] limits = [clipnorm, clipvalue, globalClipnorm];
        if (limits.Count(limit => limit is not null) > 1)
        {
            throw new ArgumentException(
                "Expected at most one of clipnorm, clipvalue and globalClipnorm. Received: "
                + $"clipnorm={clipnorm}, clipvalue={clipvalue}, globalClipnorm={globalClipnorm}.");
        }
    }
}
