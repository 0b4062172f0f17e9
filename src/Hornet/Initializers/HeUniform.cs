using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Uniform between <c>±√(6 / inputs)</c> (He et al., 2015): for ReLU.</summary>
/// <example><code>var values = new HeUniform(seed: 42).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers")]
public sealed partial class HeUniform : FanInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="inputAxes">The axes of the inputs; found by the shape where null.</param>
    /// <param name="outputAxes">The axes of the outputs; found by the shape where null.</param>
    public HeUniform(
        Seed? seed = null, IReadOnlyList<int>? inputAxes = null, IReadOnlyList<int>? outputAxes = null)
        : base(2, "fan_in", "uniform", seed, inputAxes, outputAxes)
    {
    }
}
