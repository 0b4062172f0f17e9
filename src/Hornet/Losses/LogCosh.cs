using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>
/// The mean of the logarithms of the errors' hyperbolic cosines: squares of small errors, sizes of large ones.
/// </summary>
/// <remarks><c>mean(log(cosh(ŷ − y)))</c> over the last axis.</remarks>
/// <example><code>var loss = new LogCosh().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class LogCosh : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public LogCosh(
        string? reduction = "sum_over_batch_size", string? name = "log_cosh", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.LogCosh(yTrue, yPred);
}
