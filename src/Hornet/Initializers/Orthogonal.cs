using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>A random orthogonal matrix (Saxe et al., 2014), all but the last axis as its rows.</summary>
/// <example><code>var values = new Orthogonal(seed: 42).Apply([4, 4]);</code></example>
[KerasExport("keras.initializers", Aliases = ["OrthogonalInitializer"])]
public sealed partial class Orthogonal : RandomInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="gain">What the matrix is multiplied by.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    public Orthogonal(double gain = 1.0, Seed? seed = null)
        : base(seed) => Gain = gain;

    /// <summary>What the matrix is multiplied by.</summary>
    public double Gain { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null)
    {
        if (shape is not { Rank: >= 2 })
        {
            throw new ShapeException(nameof(Orthogonal), "a shape of two axes or more", $"shape={shape}");
        }

        var (rows, columns) = (checked((int)shape[..^1].Size), shape[^1]!.Value);
        var tall = Keras.Random.Normal([Math.Max(rows, columns), Math.Min(rows, columns)], dtype: dtype, seed: Source);
        var q = new OrthonormalOp().Apply(tall);
        return Ops.Reshape(rows < columns ? Ops.Transpose(q) : q, shape) * Gain;
    }
}
