using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>A draw whose parameters are tensors that broadcast to its shape. No gradient flows to them.</summary>
        private abstract record ParametricOp(Shape Shape, DType DType) : Primitive
        {
            public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
            {
                if (!Shape.IsKnown)
                {
                    throw new ShapeException(ClassName, "a shape whose axes are all known", $"shape={Shape}");
                }

                foreach (var parameter in inputs[1..])
                {
                    if (!Shape.Agree(Shape.Broadcast(parameter.Shape, Shape), Shape))
                    {
                        throw new ShapeException(
                            ClassName, $"parameters that broadcast to the shape {Shape}", $"{parameter}");
                    }
                }

                return [new TensorSpec(Shape, DType)];
            }

            public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
            {
                using var first = Dense.Filled(Shape.Sizes, DType.Float32, inputs[1]);
                using var second = inputs.Length > 2 ? Dense.Filled(Shape.Sizes, DType.Float32, inputs[2]) : default;
                var drawn = TensorHandle.Empty(DType.Float32, Shape.Sizes);
                Draw(
                    KeyOf(inputs[0]), first.Elements<float>(),
                    inputs.Length > 2 ? second.Elements<float>() : default, drawn.Elements<float>());
                outputs[0] = Kernels.Narrow(drawn, DType);
            }

            public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
                new Tensor?[saved.InputCount];

            /// <summary>Draws a number for each of the first parameter, and of the second where there is one.</summary>
            protected abstract void Draw(
                RandomKey key, ReadOnlySpan<float> first, ReadOnlySpan<float> second, Span<float> destination);
        }
    }
}
