namespace Hornet;

public static partial class Keras
{
    public static partial class Random
    {
        /// <summary>A random function of tensors: takes a key from the seed whenever it is called.</summary>
        /// <remarks>So a graph that holds one draws anew each time it is replayed.</remarks>
        private abstract record SeededOp(Seed? Seed) : Composite
        {
            protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Compute(Seed.NextKey(Seed), inputs);

            protected abstract Tensor Compute(Tensor key, ReadOnlySpan<Tensor> inputs);
        }
    }
}
