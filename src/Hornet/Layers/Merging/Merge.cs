namespace Hornet.Layers;

/// <summary>A layer that makes one tensor of several, element by element.</summary>
/// <remarks>Tensors of fewer axes get new ones after the batch axis. A step counts where it does in any
/// input.</remarks>
public abstract partial class Merge : Layer
{
    /// <summary>Sets what every merging layer has.</summary>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    protected Merge(string? name, DTypePolicy? dtype, bool trainable)
        : base(name, dtype, trainable) => SupportsMasking = true;

    /// <summary>The result for tensors of one rank.</summary>
    /// <param name="inputs">At least one tensor.</param>
    protected abstract Tensor Join(IReadOnlyList<Tensor> inputs);

    /// <inheritdoc/>
    protected override void Build(Nested<Shape> inputShapes)
    {
        ArgumentNullException.ThrowIfNull(inputShapes);
        if (inputShapes.IsLeaf || inputShapes.Count == 0)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': a merge layer should be called on a list of at least one input. " +
                $"Received: {(inputShapes.IsLeaf ? $"one tensor of shape {inputShapes}" : "an empty list")}.");
        }

        var shapes = inputShapes.Flatten();
        if (shapes.Exists(shape => shape is null))
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected the shapes of all inputs. Received: {inputShapes}.");
        }

        CheckShapes(shapes);
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var tensors = inputs.Flatten();
        var rank = tensors.Max(tensor => tensor.Rank);
        return Join(tensors.ConvertAll(tensor => Raise(tensor, rank)));
    }

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask)
    {
        var masks = mask?.Flatten();
        return masks is null || masks.Contains(null!) ? null : masks.Aggregate(Ops.LogicalOr);
    }

    private protected virtual void CheckShapes(IReadOnlyList<Shape> shapes)
    {
        if (shapes.Where(shape => shape.Rank > 0).Select(shape => shape[0]).OfType<int>().Distinct().Count() > 1)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': cannot merge tensors with different batch sizes. " +
                $"Received tensors with shapes {string.Join(", ", shapes)}.");
        }

        var joined = shapes[0].Rank > 0 ? shapes[0][1..] : shapes[0];
        foreach (var shape in shapes.Skip(1).Where(shape => shape.Rank > 0))
        {
            joined = Shape.Broadcast(joined, shape[1..]) ?? throw new ArgumentException(
                $"{ClassName} '{Name}': inputs have incompatible shapes. Received: {string.Join(", ", shapes)}.");
        }
    }

    private static Tensor Raise(Tensor tensor, int rank)
    {
        while (tensor.Rank < rank)
        {
            tensor = Ops.ExpandDims(tensor, axis: 1);
        }

        return tensor;
    }
}
