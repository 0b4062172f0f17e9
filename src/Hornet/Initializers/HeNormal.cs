using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Truncated normal of variance <c>2 / inputs</c> (He et al., 2015): for ReLU.</summary>
/// <example><code>var values = new HeNormal(seed: 42).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers")]
public sealed partial class HeNormal : FanInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="inputAxes">The axes of the inputs; found by the shape where null.</param>
    /// <param name="outputAxes">The axes of the outputs; found by the shape where null.</param>
    public HeNormal(
        Seed? seed = null, IReadOnlyList<int>? inputAxes = null, IReadOnlyList<int>? outputAxes = null)
        : base(2, "fan_in", "truncated_normal", seed, inputAxes, outputAxes)
    {
    }
}
