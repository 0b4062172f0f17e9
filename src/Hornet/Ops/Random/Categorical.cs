using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>Classes drawn by their log-probabilities.</summary>
        /// <param name="logits">Log-probabilities, up to a constant: floats of shape (batch, classes).</param>
        /// <param name="numSamples">How many classes to draw for each row.</param>
        /// <param name="dtype">The dtype of the result.</param>
        /// <param name="seed">A number or a generator; the global generator where null.</param>
        /// <returns>The numbers of the classes: (batch, numSamples).</returns>
        /// <exception cref="ArgumentException">The logits are no floats of two axes.</exception>
        /// <example><code>var classes = Keras.Random.Categorical(x, 5, seed: 42);</code></example>
        public static Tensor Categorical(
            Tensor logits, int numSamples, DType dtype = DType.Int32, Seed? seed = null)
        {
            ArgumentNullException.ThrowIfNull(logits);
            ArgumentOutOfRangeException.ThrowIfNegative(numSamples);
            return Ops.Cast(new CategoricalOp(numSamples, seed).Apply(logits), dtype);
        }

        private sealed record CategoricalOp(int NumSamples, Seed? Seed) : SeededOp(Seed)
        {
            protected override Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs) =>
                new ClassOp(NumSamples).Apply(key, inputs[0]);
        }

        /// <summary>The classes that a key draws of <c>(key, logits)</c>.</summary>
        private sealed record ClassOp(int NumSamples) : Primitive
        {
            public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
            {
                var logits = inputs[1];
                return logits.Shape.Rank == 2 && logits.Shape[1] != 0 && logits.DType.IsFloating()
                    && !logits.DType.IsFloat8()
                    ? [new TensorSpec([logits.Shape[0], NumSamples], DType.Int32)]
                    : throw new ShapeException(
                        "Categorical", "floats of shape (batch, classes), with a class at least", $"logits={logits}");
            }

            public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
            {
                var (key, logits) = (KeyOf(inputs[0]), inputs[1]);
                var (rows, classes) = (logits.Sizes[0], (int)logits.Sizes[1]);
                using var dense = RowMajor.Copy(logits, DType.Float32);
                outputs[0] = TensorHandle.Empty(DType.Int32, [rows, NumSamples]);
                ParallelFor.Run(
                    0, rows, (Grain / Math.Max(1, classes * (long)NumSamples)) + 1,
                    (key, dense, classes, NumSamples, Result: outputs[0], Precision: Precision.Of(logits.DType)),
                    static (begin, end, state) => CategoricalDraw.Fill(
                        state.key, begin, Part<float>(state.dense, begin * state.classes, end * state.classes),
                        state.classes, state.NumSamples,
                        Part<int>(state.Result, begin * state.NumSamples, end * state.NumSamples), state.Precision));
            }

            public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null, null];
        }
    }
}
