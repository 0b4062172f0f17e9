using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The beginning of a model: an operation that takes nothing and gives its symbolic input.</summary>
/// <remarks><see cref="Keras.Input"/> makes one and gives its output. It transforms nothing.</remarks>
/// <example><code>
/// var layer = new InputLayer([784], name: "pixels");
/// Console.WriteLine(layer.Output.Shape); // (None, 784)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class InputLayer : Layer
{
    /// <summary>Begins a graph with a new symbolic tensor, or with one that is there.</summary>
    /// <param name="shape">The shape of one sample, without the batch axis; null for an axis of any size.</param>
    /// <param name="batchSize">The size of the batch axis; any where null.</param>
    /// <param name="dtype">The element type; floatx where null.</param>
    /// <param name="batchShape">The shape with the batch axis, instead of <paramref name="shape"/>.</param>
    /// <param name="inputTensor">A symbolic tensor to begin with, which brings its shape and dtype.</param>
    /// <param name="optional">Whether null may be given for it.</param>
    /// <param name="name">The layer's name, and the tensor's; made up where null.</param>
    /// <exception cref="ArgumentException">No shape, or several that do not go together.</exception>
    public InputLayer(
        Shape? shape = null,
        int? batchSize = null,
        DType? dtype = null,
        Shape? batchShape = null,
        Tensor? inputTensor = null,
        bool optional = false,
        string? name = null)
        : base(name)
    {
        CheckArguments(shape, batchSize, batchShape);
        var tensor = inputTensor is null ? null : Symbolic(inputTensor, shape, batchSize, dtype, batchShape);
        BatchShape = tensor?.Shape ?? batchShape ?? (shape is null ? throw NoShape() : [batchSize, .. shape]);
        DType = tensor?.DType ?? dtype ?? Keras.Config.Floatx();
        Optional = optional;
        Built = true;
        var arguments = new CallArguments(Nested.List<Tensor>([]));
        if (tensor is null)
        {
            AddNode(arguments, [new TensorSpec(BatchShape, DType)], name);
        }
        else
        {
            tensor.History = new KerasHistory(this, 0, 0);
            AddNode(arguments, [tensor]);
        }
    }

    /// <summary>The shape with the batch axis.</summary>
    public Shape BatchShape { get; }

    /// <summary>The dtype of the tensor, whatever the layer's policy is.</summary>
    public override DType DType { get; }

    /// <summary>Whether null may be given for it.</summary>
    public bool Optional { get; }

    /// <inheritdoc/>
    public override JsonObject GetConfig() => new()
    {
        ["batch_shape"] = ConfigValue.Write(BatchShape),
        ["dtype"] = DType.KerasName(),
        ["sparse"] = false,
        ["ragged"] = false,
        ["name"] = Name,
        ["optional"] = Optional,
    };

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context) =>
        throw new InvalidOperationException(
            $"InputLayer '{Name}' is where a model begins: it takes no tensors. Apply the next layer to its Output.");

    private static void CheckArguments(Shape? shape, int? batchSize, Shape? batchShape)
    {
        if (shape is not null && batchShape is not null)
        {
            throw new ArgumentException("You cannot pass both `shape` and `batch_shape` at the same time.");
        }

        if (batchSize is not null && batchShape is not null)
        {
            throw new ArgumentException("You cannot pass both `batch_size` and `batch_shape` at the same time.");
        }

        if (batchSize < 0)
        {
            throw new ArgumentException(
                $"Expected a batch size of 0 or more, or null for any. Received: batch_size={batchSize}.");
        }
    }

    private static ArgumentException NoShape() => new(
        "You must pass a `shape` argument: the shape of one sample, without the batch axis, such as [28, 28, 1].");

    private static KerasTensor Symbolic(Tensor tensor, Shape? shape, int? batchSize, DType? dtype, Shape? batchShape)
    {
        var symbolic = tensor as KerasTensor ?? throw new ArgumentException(
            $"`input_tensor` must be a KerasTensor. Received invalid type: {tensor.GetType().Name}.");
        var known = symbolic.Shape;
        return shape is not null && (known.Rank == 0 || shape != known[1..]) ? throw Incompatible("shape", shape, known)
            : batchSize is not null && (known.Rank == 0 || batchSize != known[0])
                ? throw Incompatible("batch_size", batchSize, known)
            : batchShape is not null && batchShape != known ? throw Incompatible("batch_shape", batchShape, known)
            : dtype is not null && dtype != symbolic.DType
                ? throw Incompatible("dtype", dtype.Value.KerasName(), symbolic.DType.KerasName())
            : symbolic;
    }

    private static ArgumentException Incompatible(string argument, object received, object expected) => new(
        $"When providing the `input_tensor` argument, you cannot provide an incompatible `{argument}` argument. " +
        $"Expected: {expected}. Received: {received}.");
}
