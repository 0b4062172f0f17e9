using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Ones.</summary>
/// <example><code>var values = new Ones().Apply([2, 3]);</code></example>
[KerasExport("keras.initializers", Aliases = ["one"])]
public sealed partial class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null) => Ops.Ones(shape, dtype);
}
