using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Uniform between <c>±√(6 / (inputs + outputs))</c> (Glorot and Bengio, 2010): the usual start.</summary>
/// <example><code>var values = new GlorotUniform(seed: 42).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers")]
public sealed partial class GlorotUniform : FanInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="inputAxes">The axes of the inputs; found by the shape where null.</param>
    /// <param name="outputAxes">The axes of the outputs; found by the shape where null.</param>
    public GlorotUniform(
        Seed? seed = null, IReadOnlyList<int>? inputAxes = null, IReadOnlyList<int>? outputAxes = null)
        : base(1, "fan_avg", "uniform", seed, inputAxes, outputAxes)
    {
    }
}
