using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Initializers;
using Hornet.Programs;
using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>A number that is gathered over batches. Converts from its Keras name.</summary>
/// <remarks>
/// A metric of one's own derives from this, makes its variables in its constructor, changes them in
/// <see cref="UpdateState"/> and reads them in <see cref="Result"/>. Metrics in its members belong to it.
/// </remarks>
/// <example><code>
/// var metric = new BinaryAccuracy();
/// metric.UpdateState(new[] { 1f, 0f }, new[] { 0.9f, 0.6f });
/// Console.WriteLine(metric.Result().Item&lt;float>()); // 0.5
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "KerasRegistry.Get has the word.")]
public abstract partial class Metric : IKerasSerializable, ITrackable, IStateful
{
    private readonly List<Variable> _added = [];

    /// <summary>Sets what every metric has.</summary>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    protected Metric(string? name = null, DTypePolicy? dtype = null)
    {
        Name = name ?? Names.Unique(GetType().Name);
        DTypePolicy = dtype ?? Keras.Config.Floatx();
    }

    /// <summary>The name: the key in logs and histories.</summary>
    public string Name { get; internal set; }

    /// <summary>The dtype of the computation.</summary>
    public DType DType => DTypePolicy.ComputeDType;

    /// <summary>Which way it gets better, for callbacks that watch it.</summary>
    public virtual MetricDirection Direction => MetricDirection.Unknown;

    /// <summary>What was gathered, and what the metrics inside gathered.</summary>
    public IReadOnlyList<Variable> Variables
    {
        get
        {
            var tracker = new Tracker();
            Track(tracker);
            var owned = tracker.Owned.ToArray();
            return [.. _added.Concat(owned.OfType<Variable>())
                .Concat(owned.OfType<Metric>().SelectMany(metric => metric.Variables))
                .Distinct()];
        }
    }

    IEnumerable<Variable> IStateful.States => Variables;

    /// <summary>In which dtype it computes.</summary>
    [ConfigKey("dtype")]
    internal DTypePolicy DTypePolicy { get; }

    /// <summary>The metric of a Keras name: <c>mae</c>, <c>MeanAbsoluteError</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Metric?(string? name) => name is null ? null : KerasRegistry.Get<Metric>(name);

    /// <summary>Takes in a batch.</summary>
    /// <param name="yTrue">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">How much each value counts: a scalar, one for each sample or for each value.</param>
    public abstract void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null);

    /// <summary>Of all that was taken in, the number.</summary>
    public abstract Tensor Result();

    /// <summary>Forgets what was taken in.</summary>
    public virtual void ResetState()
    {
        foreach (var variable in Variables)
        {
            variable.Assign(Ops.Zeros(variable.Shape, variable.DType));
        }
    }

    /// <summary>Takes in a batch, and gives the number so far.</summary>
    /// <inheritdoc cref="UpdateState"/>
    public Tensor Apply(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        UpdateState(yTrue, yPred, sampleWeight);
        return Result();
    }

    /// <summary>The arguments that make an equal metric, by Keras's names. The generator adds a class's own.</summary>
    public virtual JsonObject GetConfig() => new() { ["name"] = Name, ["dtype"] = DType.KerasName() };

    /// <summary>Keras's text of a metric.</summary>
    public override string ToString() => $"<{GetType().Name} name={Name}>";

    /// <summary>Makes a variable to gather in; training does not change it.</summary>
    /// <param name="shape">Its shape, all axes known.</param>
    /// <param name="initializer">Makes its first value; zeros where null.</param>
    /// <param name="dtype">Its dtype; floatx where null.</param>
    /// <param name="name">Its name, the last part of its path; made up where null.</param>
    protected Variable AddVariable(
        Shape shape, Initializer? initializer = null, DType? dtype = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var type = dtype ?? Keras.Config.Floatx();
        Variable? variable = null;
        // Some metrics know their shapes with the first batch only, which may be that of a trace.
        Trace.Pause(() =>
        {
            using var scope = new NameScope(Name.Replace('/', '>'), this, parentPath: null);
            var value = initializer is null ? Ops.Zeros(shape, type) : initializer.Apply(shape, type);
            variable = new Variable(value, type, trainable: false, autocast: false, name);
        });
        _added.Add(variable!);
        return variable!;
    }

    /// <summary>Lists what this metric owns. The generator overrides it.</summary>
    /// <param name="tracker">What is told.</param>
    protected virtual void Track(Tracker tracker)
    {
    }
}
