namespace Hornet;

/// <summary>What is known of a tensor without its data.</summary>
/// <param name="Shape">The sizes of the axes, null where unknown.</param>
/// <param name="DType">The element type.</param>
public readonly record struct TensorSpec(Shape Shape, DType DType)
{
    /// <summary>The dtype and the shape, as errors print them: <c>float32(None, 3)</c>.</summary>
    public override string ToString() => $"{DType.KerasName()}{Shape}";

    internal static TensorSpec[] Of(ReadOnlySpan<Tensor> tensors)
    {
        var specs = new TensorSpec[tensors.Length];
        for (var i = 0; i < specs.Length; i++)
        {
            specs[i] = tensors[i].Spec;
        }

        return specs;
    }
}
