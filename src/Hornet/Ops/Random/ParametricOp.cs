using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>A draw whose parameters are tensors that broadcast to its shape.</summary>
        /// <remarks>No gradient flows to them.</remarks>
        private abstract record ParametricOp(Shape Shape, DType DType) : Primitive
        {
            // Each number takes some rounds.
            private const int LeastPart = 256;

            /// <summary>Whether all numbers must be drawn at once.</summary>
            protected virtual bool IsWhole => false;

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
                using var first = RowMajor.Filled(Shape.Sizes, DType.Float32, inputs[1]);
                using var second = inputs.Length > 2 ? RowMajor.Filled(Shape.Sizes, DType.Float32, inputs[2]) : default;
                var drawn = TensorHandle.Empty(DType.Float32, Shape.Sizes);
                ParallelFor.Run(
                    0, drawn.Count, IsWhole ? Math.Max(1, drawn.Count) : LeastPart,
                    (Op: this, Key: KeyOf(inputs[0]), first, second, drawn),
                    static (begin, end, state) => state.Op.Draw(
                        state.Key, begin, Part<float>(state.first, begin, end),
                        state.second == default ? default : Part<float>(state.second, begin, end),
                        Part<float>(state.drawn, begin, end)));
                outputs[0] = Kernels.Narrow(drawn, DType);
            }

            public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
                new Tensor?[saved.InputCount];

            /// <summary>Draws a number for each of the first parameter, and of the second where there is one.</summary>
            /// <param name="key">The key of the whole draw.</param>
            /// <param name="from">The place of the first number.</param>
            /// <param name="first">The first parameter.</param>
            /// <param name="second">The second parameter; empty where there is none.</param>
            /// <param name="destination">The numbers.</param>
            protected abstract void Draw(
                RandomKey key,
                long from,
                ReadOnlySpan<float> first,
                ReadOnlySpan<float> second,
                Span<float> destination);
        }
    }
}
