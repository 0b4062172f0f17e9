namespace Hornet;

public static partial class Keras
{
    public static partial class Utils
    {
        /// <summary>Inputs, targets and weights as one structure, as a step of training takes them.</summary>
        /// <param name="x">The inputs.</param>
        /// <param name="y">The targets, if there are any.</param>
        /// <param name="sampleWeight">The weights of the samples, if there are targets to weight.</param>
        /// <returns>The inputs alone (a list of them in a list), or a list of two or three.</returns>
        public static Nested<Tensor> PackXYSampleWeight(
            Nested<Tensor> x, Nested<Tensor>? y = null, Nested<Tensor>? sampleWeight = null)
        {
            ArgumentNullException.ThrowIfNull(x);
            return y is null or { IsLeaf: true, Value: null } ? x.IsList ? Nested.List<Tensor>([x]) : x
                : sampleWeight is null or { IsLeaf: true, Value: null } ? Nested.List<Tensor>([x, y])
                : Nested.List<Tensor>([x, y, sampleWeight]);
        }

        /// <summary>The inputs, targets and weights of a structure; null for what it does not hold.</summary>
        /// <param name="data">The inputs, or a list of one to three of inputs, targets and weights.</param>
        /// <exception cref="ArgumentException">The list is longer, or empty.</exception>
        public static (Nested<Tensor> X, Nested<Tensor>? Y, Nested<Tensor>? SampleWeight) UnpackXYSampleWeight(
            Nested<Tensor> data)
        {
            ArgumentNullException.ThrowIfNull(data);
            return !data.IsList ? (data, null, null) : data.Count switch
            {
                1 => (data[0], null, null),
                2 => (data[0], data[1], null),
                3 => (data[0], data[1], data[2]),
                _ => throw new ArgumentException(
                    "Expected data as x, [x, y] or [x, y, sample_weight]. " +
                    $"Received: a list of {data.Count}.", nameof(data)),
            };
        }
    }
}
