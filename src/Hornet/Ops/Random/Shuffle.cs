using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Puts the elements along an axis in random order, each line in one of its own.</summary>
        /// <param name="x">Any tensor with an axis.</param>
        /// <param name="axis">The axis.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        /// <example><code>var y = Keras.Random.Shuffle(x, axis: 1, seed: 42);</code></example>
        public static Tensor Shuffle(Tensor x, int axis = 0, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(x);
            return new ShuffleOp(axis, seed).Apply(x);
        }

        private sealed record ShuffleOp(int Axis, Seed? Seed) : SeededOp(Seed)
        {
            protected override Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs)
            {
                var axis = inputs[0].Shape.Resolve(Axis, ClassName);
                return Ops.TakeAlongAxis(inputs[0], new OrderOp(axis).Apply(key, inputs[0]), axis);
            }
        }

        /// <summary>Of <c>(key, x)</c>, where each element along an axis comes from.</summary>
        private sealed record OrderOp(int Axis) : Primitive
        {
            public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
                [new TensorSpec(inputs[1].Shape, DType.Int64)];

            public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
            {
                var sizes = inputs[1].Sizes;
                outputs[0] = TensorHandle.Empty(DType.Int64, sizes);
                var (length, inner) = (checked((int)sizes[Axis]), Product(sizes[(Axis + 1)..]));
                if (outputs[0].Count > 0)
                {
                    ParallelFor.Run(
                        0, Product(sizes[..Axis]) * inner, (Grain / length) + 1,
                        (Key: KeyOf(inputs[0]), length, inner, Order: outputs[0]),
                        static (begin, end, state) => ShuffleDraw.Fill(
                            state.Key, state.length, state.inner, (int)begin, (int)end, state.Order.Elements<long>()));
                }
            }

            public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null, null];

            private static int Product(ReadOnlySpan<long> sizes)
            {
                var product = 1;
                foreach (var size in sizes)
                {
                    product = checked(product * (int)size);
                }

                return product;
            }
        }
    }
}
