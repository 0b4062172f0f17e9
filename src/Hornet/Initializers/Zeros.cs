using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Zeros.</summary>
/// <example><code>var values = new Zeros().Apply([2, 3]);</code></example>
[KerasExport("keras.initializers", Aliases = ["zero"])]
public sealed partial class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null) => Ops.Zeros(shape, dtype);
}
