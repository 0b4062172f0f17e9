using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>A draw of numbers that each depend on the key and their place alone.</summary>
        /// <remarks>
        /// Its inputs are the key and, where axes are left open, a tensor that has them. Equal keys give equal numbers,
        /// so it is pure; no gradient flows through it.
        /// </remarks>
        private abstract record DrawOp(Shape Shape, DType DType) : Primitive
        {
            /// <summary>The dtype that is drawn, before it is cast.</summary>
            protected virtual DType DrawnType => DType.Float32;

            public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
            {
                if (inputs.Length == 1)
                {
                    return Shape.IsKnown ? [new TensorSpec(Shape, DType)] : throw new ShapeException(
                        ClassName, "a shape whose axes are all known", $"shape={Shape}");
                }

                return [new TensorSpec(Fill(ClassName, Shape, inputs[1].Shape), DType)];
            }

            public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
            {
                var shape = inputs.Length == 1 ? Shape : Fill(ClassName, Shape, Shape.FromSizes(inputs[1].Sizes));
                var drawn = TensorHandle.Empty(DrawnType, shape.Sizes);
                Draw(KeyOf(inputs[0]), drawn);
                outputs[0] = Kernels.Narrow(drawn, DType);
            }

            public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
                new Tensor?[saved.InputCount];

            protected abstract void Draw(RandomKey key, TensorHandle destination);
        }

        /// <summary>A shape with the axes that it leaves open taken from another.</summary>
        private static Shape Fill(string operation, Shape shape, Shape from)
        {
            if (shape.IsKnown)
            {
                return shape;
            }

            if (shape.Rank != from.Rank)
            {
                throw new ShapeException(operation, $"a shape of {from.Rank} axes, those of {from}", $"{shape}");
            }

            return [.. shape.Zip(from, (own, other) => own ?? other)];
        }

        // Null leaves all axes open.
        private static Shape Open(Shape? shape, Tensor like) => shape ?? [.. like.Shape.Select(_ => (int?)null)];
    }
}
