using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Joins several tensors along an axis.</summary>
/// <example><code>var z = new Concatenate(axis: 1).Apply([x, y]); // (2, 6)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Concatenate : Merge
{
    /// <summary>Makes the layer.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Concatenate(int axis = -1, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable) => Axis = axis;

    /// <summary>The axis along which the inputs are joined.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Join(IReadOnlyList<Tensor> inputs) => Ops.Concatenate([.. inputs], Axis);

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Join(inputs.Flatten());
    }

    // A mask has one axis less than its input: it is spread over the input, joined as the inputs are, and reduced.
    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var masks = mask?.Flatten();
        if (masks is null || masks.TrueForAll(each => each is null))
        {
            return null;
        }

        var spread = inputs.Flatten().Zip(masks, (input, each) =>
            each is null ? Ops.OnesLike(input, DType.Bool)
            : each.Rank < input.Rank
                ? Ops.LogicalOr(Ops.ExpandDims(each, axis: -1), Ops.ZerosLike(input, DType.Bool))
            : each);
        return Ops.Any(Ops.Concatenate([.. spread], Axis), axis: -1);
    }

    private protected override void CheckShapes(IReadOnlyList<Shape> shapes)
    {
        var axis = shapes[0].Resolve(Axis, $"{ClassName} '{Name}'");
        if (shapes.Any(shape => shape.Rank != shapes[0].Rank) ||
            shapes.Any(shape => !Shape.Agree(shape.With(axis, null), shapes[0])))
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': a Concatenate layer requires inputs with matching shapes except for the " +
                $"concatenation axis {Axis}. Received: {string.Join(", ", shapes)}.");
        }
    }
}
