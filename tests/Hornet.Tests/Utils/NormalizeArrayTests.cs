namespace Hornet.Tests;

public sealed class NormalizeArrayTests
{
    [Fact]
    public void Rows_get_the_length_of_one_and_zeros_stay() => Assert.Equal(
        [0.6, 0.8, 0, 0], Keras.Utils.Normalize(new double[,] { { 3, 4 }, { 0, 0 } }).ToArray<double>());

    [Fact]
    public void Whole_numbers_become_fractions() => Assert.Equal(
        [0.25, 0.75], Keras.Utils.Normalize(new[] { 1, 3 }, order: 1).ToArray<double>());

    [Fact]
    public void Tensors_are_normalized_as_the_op_does() => Assert.Equal(
        [0.6f, 0.8f], Keras.Utils.Normalize((Tensor)new float[] { 3, 4 }).ToArray<float>());
}
