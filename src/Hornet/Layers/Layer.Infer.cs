using Hornet.Programs;

namespace Hornet.Layers;

/// <content>What a layer would give.</content>
public abstract partial class Layer
{
    /// <summary>The shapes of what this layer gives for inputs of known shapes.</summary>
    /// <remarks>
    /// A layer that is not built stays so: a copy of it is asked. Only one whose class cannot be made from its
    /// configuration is built.
    /// </remarks>
    /// <param name="inputShape">The shapes, with the batch axis, whose size may be unknown.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Nested<Shape> ComputeOutputShape(Nested<Shape> inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        return InferShapes(inputShape);
    }

    /// <summary>What this layer gives for tensors, as symbolic tensors. Adds nothing to a graph.</summary>
    /// <param name="inputs">Tensors of any kind, of which shapes and dtypes count.</param>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    public Nested<Tensor> ComputeOutputSpec(Nested<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return InferSpecs(inputs).Select<Tensor>(spec => new KerasTensor(spec.Shape, spec.DType));
    }

    /// <summary>The masks of what this layer gives for inputs, from the masks that these carry.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <returns>Null where there is none.</returns>
    public Nested<Tensor>? ComputeMask(Nested<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return ComputeMask(inputs, CarriedMask(inputs));
    }

    private protected virtual Nested<TensorSpec> InferSpecs(Nested<Tensor> inputs) =>
        LayerCopy.Ask(this, layer => layer.Trial(inputs));

    private protected virtual Nested<Shape> InferShapes(Nested<Shape> inputShape) => InferSpecs(
        inputShape.Select<Tensor>(shape => new KerasTensor(shape, ComputeDType, nameof(inputShape))))
        .Select(spec => spec.Shape);

    /// <summary>What a call gives, which builds this layer.</summary>
    private protected Nested<TensorSpec> Trial(Nested<Tensor> inputs) => Trace.Infer(
        new CallArguments(inputs), standIns => Invoke(standIns).Select(output => Spec(output)));
}
