using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The positive part, and a learnt slope below zero.</summary>
/// <example><code>var y = new PReLU(sharedAxes: [1, 2]).Apply(Keras.Input([8, 8, 3]));</code></example>
[KerasExport("keras.layers")]
public sealed partial class PReLU : Layer
{
    private Variable? _alpha;

    /// <summary>Makes the layer; its weight comes with the first input.</summary>
    /// <param name="alphaInitializer">Makes the slopes' first values; <c>zeros</c> where null.</param>
    /// <param name="alphaRegularizer">A penalty on the slopes.</param>
    /// <param name="alphaConstraint">What the slopes are brought back to after each update.</param>
    /// <param name="sharedAxes">Along which axes, counted from 1, one slope serves all; none where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public PReLU(
        Initializer? alphaInitializer = null,
        Regularizer? alphaRegularizer = null,
        Constraint? alphaConstraint = null,
        IReadOnlyList<int>? sharedAxes = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        AlphaInitializer = alphaInitializer ?? "zeros";
        AlphaRegularizer = alphaRegularizer;
        AlphaConstraint = alphaConstraint;
        SharedAxes = sharedAxes;
        SupportsMasking = true;
    }

    /// <summary>Makes the slopes' first values.</summary>
    public Initializer AlphaInitializer { get; }

    /// <summary>A penalty on the slopes.</summary>
    public Regularizer? AlphaRegularizer { get; }

    /// <summary>What the slopes are brought back to after each update.</summary>
    public Constraint? AlphaConstraint { get; }

    /// <summary>Along which axes one slope serves all.</summary>
    public IReadOnlyList<int>? SharedAxes { get; }

    /// <summary>The slopes.</summary>
    public Variable Alpha => Weight(_alpha);

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        var shape = inputShape;
        foreach (var axis in SharedAxes ?? [])
        {
            shape = axis > 0 && axis < shape.Rank ? shape.With(axis, 1) : throw new ArgumentException(
                $"{ClassName} '{Name}': expected shared_axes from 1 to {shape.Rank - 1}. Received: {axis}.");
        }

        _alpha = AddWeight(
            "alpha", shape[1..], AlphaInitializer, regularizer: AlphaRegularizer, constraint: AlphaConstraint);
        var own = SharedAxes is { Count: > 0 } shared
            ? Enumerable.Range(1, inputShape.Rank - 1).Except(shared).ToDictionary(axis => axis,
                axis => inputShape[axis])
            : [];
        InputSpec = [new InputSpec(ndim: inputShape.Rank, axes: own)];
    }

    // max(x, 0) − alpha · max(−x, 0)
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Relu(x) - Alpha * Ops.Relu(-x);
}
