namespace Hornet.Tests;

public sealed class PadSequencesTests
{
    private static readonly int[][] s_sequences = [[1], [2, 3], [4, 5, 6]];

    [Fact]
    public void The_short_are_filled_and_the_long_are_cut_in_front_or_behind()
    {
        Assert.Equal([0, 0, 1, 0, 2, 3, 4, 5, 6], Keras.Utils.PadSequences(s_sequences).ToArray<int>());
        Assert.Equal([0, 1, 2, 3, 5, 6], Keras.Utils.PadSequences(s_sequences, 2).ToArray<int>());
        Assert.Equal(
            [1, -1, 2, 3, 4, 5],
            Keras.Utils.PadSequences(s_sequences, 2, padding: "post", truncating: "post", value: -1).ToArray<int>());
    }

    [Fact]
    public void Parts_may_be_tensors()
    {
        Tensor[] sequences = [new float[,] { { 1, 2 } }, new float[,] { { 3, 4 }, { 5, 6 } }];

        Assert.Equal(
            [0f, 0, 1, 2, 3, 4, 5, 6], Keras.Utils.PadSequences(sequences, dtype: DType.Float32).ToArray<float>());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Tensor[] uneven = [new float[,] { { 1, 2 } }, new float[,] { { 3 } }];

        Assert.Throws<ArgumentException>(() => Keras.Utils.PadSequences(uneven));
        Assert.Throws<ArgumentException>(() => Keras.Utils.PadSequences([(Tensor)1]));
        Assert.Throws<ArgumentException>(() => Keras.Utils.PadSequences(s_sequences, padding: "front"));
    }
}
