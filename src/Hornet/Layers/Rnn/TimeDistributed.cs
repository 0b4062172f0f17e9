using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Applies a layer to each step of a sequence.</summary>
/// <remarks>Input (batch, steps, …); output (batch, steps, …), the layer's output for each step.</remarks>
/// <example><code>
/// var y = new TimeDistributed(new Conv2D(8, 3)).Apply(Keras.Input([10, 32, 32, 3])); // (None, 10, 30, 30, 8)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class TimeDistributed : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="layer">What each step goes through.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public TimeDistributed(Layer layer, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Layer = layer;
    }

    /// <summary>What each step goes through.</summary>
    public Layer Layer { get; }

    internal override IReadOnlyList<string> CallArgumentNames => ["mask"];

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        if (inputShape.Rank < 3)
        {
            throw new ShapeException(
                $"{ClassName} '{Name}'", "an input of at least 3 axes: (batch, steps, ...)", $"shape {inputShape}");
        }

        Layer.BuildFor(Shape.Create([inputShape[0], .. inputShape[2..]]));
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        var mask = context.Mask?.Flatten() is [{ } given, ..] ? Checked(given, x) : null;
        mask = Layer.CallArgumentNames.Contains("mask") ? mask : null;
        if (x.Shape[1] is not { } count)
        {
            return OfUnknownLength(x, mask, context.Training);
        }

        if (count == 0)
        {
            throw new ShapeException($"{ClassName} '{Name}'", "a sequence of at least one step", $"x={x.Spec}");
        }

        var masks = mask is null ? null : Ops.Unstack(mask, axis: 1);
        var steps = Ops.Unstack(x, axis: 1).Select((step, i) => Inside(step, context.Training, masks?[i]));
        return Ops.Stack([.. steps], axis: 1);
    }

    // Steps of unknown number are only asked for their shape: one step says it.
    private Tensor OfUnknownLength(Tensor x, Tensor? mask, bool training)
    {
        var y = Inside(x[.., 0], training, mask?[.., 0]);
        var ones = Ops.OnesLike(Ops.Mean(x, Axes.Create([.. Enumerable.Range(2, x.Rank - 2)])), y.DType);
        while (ones.Rank <= y.Rank)
        {
            ones = Ops.ExpandDims(ones, axis: -1);
        }

        return Ops.ExpandDims(y, axis: 1) * ones;
    }

    private Tensor Inside(Tensor step, bool training, Tensor? mask)
    {
        var y = Layer.CallInside(step, training, mask is null ? null : new Nested<Tensor>(mask));
        return y.IsLeaf ? y.Value : throw new ArgumentException(
            $"{ClassName} '{Name}': expected a layer with one output. Received: {Layer}, which gives {y.Count}.");
    }

    private Tensor Checked(Tensor mask, Tensor x) =>
        mask.Rank >= 2 && Shape.Agree(mask.Shape[..2], x.Shape[..2]) ? mask : throw new ShapeException(
            $"{ClassName} '{Name}'", $"a mask (batch, steps, ...) whose first axes are {x.Shape[..2]}",
            $"mask={mask.Spec}");
}
