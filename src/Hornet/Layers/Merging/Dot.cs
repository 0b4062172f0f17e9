using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The products of two tensors, sample by sample, summed along an axis of each.</summary>
/// <example><code>var z = new Dot(axes: 1).Apply([x, y]);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Dot : Merge
{
    /// <summary>Makes the layer.</summary>
    /// <param name="axes">The axis to sum along, or one of each tensor; never the batch axis.</param>
    /// <param name="normalize">Whether the tensors are first divided by their norm along the axis: the result is their
    /// cosine.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">There are more than two axes.</exception>
    public Dot(
        Axes axes,
        bool normalize = false,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(axes);
        Axes = axes.Count <= 2 ? axes : throw new ArgumentException(
            $"{ClassName} '{Name}': expected one axis, or one of each of two tensors. Received: axes={axes}.",
            nameof(axes));
        Normalize = normalize;
    }

    /// <summary>The axis to sum along, or one of each tensor.</summary>
    public Axes Axes { get; }

    /// <summary>Whether the tensors are first divided by their norm along the axis.</summary>
    public bool Normalize { get; }

    /// <inheritdoc/>
    protected override Tensor Join(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (first, second) = Places([inputs[0].Shape, inputs[1].Shape]);
        var (x, y) = Normalize
            ? (Unit(inputs[0], first), Unit(inputs[1], second))
            : (inputs[0], inputs[1]);
        var product = Ops.Einsum(Subscripts(x.Rank, y.Rank, first, second), x, y);
        return product.Rank == 1 ? Ops.ExpandDims(product, axis: -1) : product;
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Join(inputs.Flatten());
    }

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask) => null;

    private protected override void CheckShapes(IReadOnlyList<Shape> shapes)
    {
        if (shapes.Count != 2 || shapes[0].Rank < 2 || shapes[1].Rank < 2)
        {
            throw Unfit("two tensors of at least two axes", shapes);
        }

        var (first, second) = Places(shapes);
        if (first == 0 || second == 0)
        {
            throw Unfit("axes other than the batch axis", shapes);
        }

        if (!Shape.Agree(shapes[0][first], shapes[1][second]) || !Shape.Agree(shapes[0][0], shapes[1][0]))
        {
            throw Unfit("as many samples, and as many elements along the axes", shapes);
        }
    }

    // x / √max(Σx², ε)
    private static Tensor Unit(Tensor x, int axis) =>
        x * Ops.Rsqrt(Ops.Maximum(Ops.Sum(Ops.Square(x), axis, keepdims: true), 1e-12));

    // Letters from the end of the alphabet for the second tensor; its batch and its axis have those of the first.
    private static string Subscripts(int rank1, int rank2, int axis1, int axis2)
    {
        var x = Enumerable.Range(0, rank1).Select(i => (char)('a' + i)).ToArray();
        var y = Enumerable.Range(0, rank2).Select(i => (char)('z' - i)).ToArray();
        (y[0], y[axis2]) = (x[0], x[axis1]);
        var rest = x.Where((_, i) => i != axis1).Concat(y.Where((_, i) => i != 0 && i != axis2));
        return $"{new string(x)},{new string(y)}->{string.Concat(rest)}";
    }

    private (int First, int Second) Places(IReadOnlyList<Shape> shapes) => (
        shapes[0].Resolve(Axes[0], $"{ClassName} '{Name}'"), shapes[1].Resolve(Axes[^1], $"{ClassName} '{Name}'"));

    private ArgumentException Unfit(string expected, IReadOnlyList<Shape> shapes) => new(
        $"{ClassName} '{Name}': expected {expected}. Received: axes={Axes}, shapes {string.Join(", ", shapes)}.");
}
