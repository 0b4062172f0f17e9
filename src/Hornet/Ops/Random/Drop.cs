using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>Dropout by a key: of <c>(key, x)</c>, each <c>x</c> is kept and scaled, or becomes 0.</summary>
/// <remarks>Its gradient is itself with the same key: the choices are drawn again rather than kept.</remarks>
internal sealed record DropOp(double Rate, Shape? NoiseShape) : Primitive
{
    protected internal override Saves Saves => Saves.Inputs;

    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        var x = inputs[1];
        if (!x.DType.IsFloating() || x.DType.IsFloat8())
        {
            throw new ShapeException(ClassName, "a tensor of floats", $"inputs={x}");
        }

        return NoiseShape is null || Shape.Agree(Shape.Broadcast(Noise(x.Shape), x.Shape), x.Shape)
            ? [x]
            : throw new ShapeException(
                ClassName, $"a noise shape that broadcasts to {x.Shape}", $"noiseShape={NoiseShape}");
    }

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        var (key, x) = (Keras.Random.KeyOf(inputs[0]), inputs[1]);
        outputs[0] = NoiseShape is null && x.DType == DType.Float32 ? Direct(key, x) : Masked(key, x);
    }

    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
        [null, new DropOp(Rate, NoiseShape).Apply(saved.Input(0), Ops.Cast(g[0]!, saved.InputSpec(1).DType))];

    private TensorHandle Direct(RandomKey key, TensorHandle x)
    {
        using var dense = Kernels.Contiguous(x);
        var result = TensorHandle.Empty(DType.Float32, x.Sizes);
        ParallelFor.Run(
            0, x.Count, Keras.Random.Grain, (key, dense, result, Rate),
            static (begin, end, state) => DropoutDraw.Apply(
                state.key, begin, Keras.Random.Part<float>(state.dense, begin, end),
                Keras.Random.Part<float>(state.result, begin, end), state.Rate));
        return result;
    }

    // keep ? x · 1 / (1 − rate) : 0, where x that is not a number is dropped too
    private TensorHandle Masked(RandomKey key, TensorHandle x)
    {
        using var keep = TensorHandle.Empty(DType.Bool, Noise(Shape.FromSizes(x.Sizes)).Sizes);
        ParallelFor.Run(
            0, keep.Count, Keras.Random.Grain, (key, keep, Probability: (float)(1 - Rate)),
            static (begin, end, state) => BernoulliDraw.Fill(
                state.key, begin, Keras.Random.Part<bool>(state.keep, begin, end), state.Probability));
        var factor = x.DType == DType.Float64 ? 1 / (1 - Rate) : DropoutDraw.Scale(Rate, Precision.Of(x.DType));
        using var scaled = Aten.Call("aten::mul"u8, "Tensor"u8, x, Constants.Scalar(factor, x.DType).Handle);
        var zero = Constants.Scalar(0, x.DType).Handle;
        return Selection.Run(keep, scaled, zero);
    }

    private Shape Noise(Shape x) => NoiseShape is null ? x
        : NoiseShape.Rank == x.Rank ? [.. NoiseShape.Zip(x, (own, size) => own ?? size)]
        : NoiseShape.IsKnown ? NoiseShape
        : throw new ShapeException(ClassName, $"a noise shape of {x.Rank} axes, those of {x}", $"{NoiseShape}");
}
