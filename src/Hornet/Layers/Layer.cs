using System.Text.Json.Nodes;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>An operation with weights. Built on its first call, when the shapes of its inputs are known.</summary>
/// <remarks>
/// A layer of one's own derives from this, makes its weights in <c>Build</c> and computes in <c>Call</c>. Layers,
/// variables, metrics and seed generators in its fields, lists and dictionaries belong to it: the class is partial, and
/// the rest is written at compile time.
/// </remarks>
/// <example><code>
/// var y = new Dense(4, activation: "relu").Apply(x);
/// </code></example>
public abstract partial class Layer : Operation, IKerasSerializable, ITrackable
{
    /// <summary>Sets what every layer has.</summary>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes and keeps its variables; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <param name="activityRegularizer">A penalty on its output.</param>
    /// <param name="autocast">Whether floating-point inputs are cast to the compute dtype.</param>
    protected Layer(
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true,
        Regularizer? activityRegularizer = null,
        bool autocast = true)
        : this(null, name, dtype, trainable, activityRegularizer, autocast)
    {
    }

    private protected Layer(
        string? className,
        string? name,
        DTypePolicy? dtype,
        bool trainable,
        Regularizer? activityRegularizer = null,
        bool autocast = true)
        : base(name, className)
    {
        DTypePolicy = dtype ?? Keras.Config.DtypePolicy();
        _trainable = trainable;
        ActivityRegularizer = activityRegularizer;
        Autocast = autocast;
    }

    /// <summary>Whether the weights have been made.</summary>
    public bool Built { get; protected set; }

    /// <summary>The shape of one sample, where this is the first layer of a <see cref="Sequential"/>.</summary>
    public Shape? InputShape
    {
        get => _inputShape;
        init => _inputShape = value;
    }

    /// <summary>In which dtype this layer computes and keeps its variables.</summary>
    [ConfigKey("dtype")]
    public DTypePolicy DTypePolicy { get; private set; }

    /// <summary>The dtype of the computation.</summary>
    public DType ComputeDType => DTypePolicy.ComputeDType;

    /// <summary>The dtype of the variables.</summary>
    public DType VariableDType => DTypePolicy.VariableDType;

    /// <summary>The dtype of the variables; of an <see cref="InputLayer"/> that of its tensor.</summary>
    [NotInConfig]
    public virtual DType DType => VariableDType;

    /// <summary>Whether floating-point inputs are cast to the compute dtype.</summary>
    public bool Autocast { get; }

    /// <summary>A penalty on this layer's output; null where there is none.</summary>
    [NotInConfig]
    public Regularizer? ActivityRegularizer { get; private set; }

    /// <summary>What the inputs must be like; null where anything goes. One for each input.</summary>
    public IReadOnlyList<InputSpec>? InputSpec { get; set; }

    /// <summary>Whether a mask on the inputs is understood, or at least handed on.</summary>
    public bool SupportsMasking { get; protected set; }

    /// <summary>Keras's text of a layer.</summary>
    public override string ToString() => $"<{ClassName} name={Name}, built={(Built ? "True" : "False")}>";

    /// <summary>The arguments that make an equal layer, by Keras's names. The generator adds a class's own.</summary>
    public virtual JsonObject GetConfig()
    {
        var config = new JsonObject
        {
            ["name"] = Name,
            ["trainable"] = Trainable,
            ["dtype"] = KerasRegistry.Serialize(DTypePolicy),
        };
        if (ActivityRegularizer is not null)
        {
            config["activity_regularizer"] = KerasRegistry.Serialize(ActivityRegularizer);
        }

        return config;
    }

    /// <summary>
    /// Reads what <see cref="GetConfig"/> wrote here, for a class whose constructor does not take it.
    /// </summary>
    /// <param name="config">The configuration.</param>
    protected void RestoreConfig(ConfigReader config)
    {
        ArgumentNullException.ThrowIfNull(config);
        RestoreInputShape(config);
        if (config.Has("name"))
        {
            Name = config.ReadOrNull<string>("name") ?? Name;
        }

        if (config.Has("trainable"))
        {
            _trainable = config.Read<bool>("trainable");
        }

        if (config.Has("activity_regularizer"))
        {
            ActivityRegularizer = config.ReadOrNull<Regularizer>("activity_regularizer") ?? ActivityRegularizer;
        }

        if (config.Has("dtype"))
        {
            DTypePolicy = config.Read("dtype", DTypePolicy, item => item.ReadValue<DTypePolicy>());
        }
    }

    /// <summary>Makes the weights for inputs of a shape. Called once, by the first call.</summary>
    /// <param name="inputShape">The shape of the only input, with the batch axis; null where unknown.</param>
    protected virtual void Build(Shape inputShape)
    {
    }

    /// <summary>Makes the weights for inputs of a structure of shapes.</summary>
    /// <param name="inputShapes">The shapes of the inputs, in their structure.</param>
    protected virtual void Build(Nested<Shape> inputShapes)
    {
        ArgumentNullException.ThrowIfNull(inputShapes);
        if (inputShapes.IsLeaf && inputShapes.Value is { } shape)
        {
            Build(shape);
        }
    }

    /// <summary>The result, in ops and other layers. Its input is eager or traced, never symbolic.</summary>
    /// <param name="x">The only input.</param>
    /// <param name="context">Whether this is training, the mask, and further arguments.</param>
    protected virtual Tensor Call(Tensor x, CallContext context) => throw new InvalidOperationException(
        $"{ClassName} '{Name}' says nothing of how it computes: override Call(Tensor, CallContext), or for several " +
        "inputs or outputs CallMany(Nested<Tensor>, CallContext).");

    /// <summary>The results for any structure of inputs. Overridden by layers with several inputs or outputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="context">Whether this is training, the masks, and further arguments.</param>
    protected virtual Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Call(inputs.IsLeaf && inputs.Value is { } x ? x : Single(inputs), context);
    }

    /// <summary>The masks of the outputs: by default that of the inputs, where the layer supports masking.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="mask">The masks of the inputs, null where there are none.</param>
    protected virtual Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask) => mask;

    /// <summary>Lists what this layer owns. The generator overrides it.</summary>
    /// <param name="tracker">What is told.</param>
    protected virtual void Track(Tracker tracker)
    {
    }

    /// <summary>An error of this layer's about its input, which names the layer.</summary>
    /// <param name="expected">What the input should have been.</param>
    /// <param name="received">What it was.</param>
    protected ShapeException Unfit(string expected, TensorSpec received) =>
        new($"{ClassName} '{Name}'", expected, $"{received}");

    private Tensor Single(Nested<Tensor> inputs) => inputs.Flatten() is [{ } only] ? only
        : throw new ArgumentException(
            $"{ClassName} '{Name}': expected one input tensor. Received: {inputs}. A layer with several inputs " +
            "overrides CallMany.");
}
