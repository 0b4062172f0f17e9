using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A vector for each index: a row of a trained table.</summary>
/// <remarks>Input (batch, …) of integers from 0 to inputDim − 1; output (batch, …, outputDim).</remarks>
/// <example><code>var vectors = new Embedding(1000, 64).Apply(new[,] { { 4, 20 } }); // (1, 2, 64)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Embedding : Layer
{
    private Variable? _embeddings;

    /// <summary>Makes the layer; its table comes with the first input.</summary>
    /// <param name="inputDim">How many rows the table has: the greatest index and one more.</param>
    /// <param name="outputDim">The size of a vector.</param>
    /// <param name="embeddingsInitializer">Makes the table's first value; <c>uniform</c> where null.</param>
    /// <param name="embeddingsRegularizer">A penalty on the table.</param>
    /// <param name="embeddingsConstraint">What the table is brought back to after each update.</param>
    /// <param name="maskZero">Whether index 0 stands for nothing: later layers skip it.</param>
    /// <param name="weights">The table's first value, (inputDim, outputDim), instead of an initializer's.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">The weights have another shape than the table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The table would have no row or no column.</exception>
    public Embedding(
        int inputDim,
        int outputDim,
        Initializer? embeddingsInitializer = null,
        Regularizer? embeddingsRegularizer = null,
        Constraint? embeddingsConstraint = null,
        bool maskZero = false,
        [NotInConfig] Tensor? weights = null,
        Regularizer? activityRegularizer = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable, activityRegularizer, autocast: false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputDim);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputDim);
        InputDim = inputDim;
        OutputDim = outputDim;
        EmbeddingsInitializer = embeddingsInitializer ?? "uniform";
        EmbeddingsRegularizer = embeddingsRegularizer;
        EmbeddingsConstraint = embeddingsConstraint;
        MaskZero = maskZero;
        SupportsMasking = maskZero;
        if (weights is not null)
        {
            BuildFor(Shape.Create([null]));
            SetWeights([weights]);
        }
    }

    /// <summary>How many rows the table has.</summary>
    public int InputDim { get; }

    /// <summary>The size of a vector.</summary>
    public int OutputDim { get; }

    /// <summary>Makes the table's first value.</summary>
    public Initializer EmbeddingsInitializer { get; }

    /// <summary>A penalty on the table.</summary>
    public Regularizer? EmbeddingsRegularizer { get; }

    /// <summary>What the table is brought back to after each update.</summary>
    public Constraint? EmbeddingsConstraint { get; }

    /// <summary>Whether index 0 stands for nothing.</summary>
    public bool MaskZero { get; }

    /// <summary>The table: (inputDim, outputDim).</summary>
    public Variable Embeddings => Weight(_embeddings);

    /// <inheritdoc/>
    protected override void Build(Nested<Shape> inputShapes) => _embeddings = AddWeight(
        "embeddings",
        [InputDim, OutputDim],
        EmbeddingsInitializer,
        regularizer: EmbeddingsRegularizer,
        constraint: EmbeddingsConstraint);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var indices = x.DType is DType.Int32 or DType.Int64 ? x : Ops.Cast(x, DType.Int32);
        return Ops.Cast(Ops.Take(Embeddings, indices, axis: 0), ComputeDType);
    }

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return MaskZero ? Ops.NotEqual(inputs.Value, 0) : null;
    }

    // Keras 2 wrote the length of the input, which says nothing of the layer.
    private static void UpgradeConfig(ConfigReader config)
    {
        Quantization.Refuse(config);
        config.Ignore("input_length");
    }

    private static void ExtendConfig(System.Text.Json.Nodes.JsonObject config)
    {
        Quantization.Write(config);
        config.TryAdd("activity_regularizer", null); // Keras writes it in any case
    }
}
