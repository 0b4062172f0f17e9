using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>
/// Draws embeddings of one class together and others apart, the more the further they are from where they should be.
/// </summary>
/// <remarks>Predictions are normalized embeddings (batch, size), targets the indices of their classes
/// (batch,).</remarks>
/// <example><code>var loss = new Circle().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class Circle : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="gamma">How sharply the hardest pairs are chosen.</param>
    /// <param name="margin">How far apart classes should be.</param>
    /// <param name="removeDiagonal">Whether a sample does not pair with itself.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Circle(
        double gamma = 80.0,
        double margin = 0.4,
        bool removeDiagonal = true,
        string? reduction = "sum_over_batch_size",
        string? name = "circle",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        Gamma = gamma;
        Margin = margin;
        RemoveDiagonal = removeDiagonal;
    }

    /// <summary>How sharply the hardest pairs are chosen.</summary>
    public double Gamma { get; }

    /// <summary>How far apart classes should be.</summary>
    public double Margin { get; }

    /// <summary>Whether a sample does not pair with itself.</summary>
    public bool RemoveDiagonal { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.Circle(yTrue, yPred, removeDiagonal: RemoveDiagonal, gamma: Gamma, margin: Margin);
}
