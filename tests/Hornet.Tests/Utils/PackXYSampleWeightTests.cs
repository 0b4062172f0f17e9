namespace Hornet.Tests;

public sealed class PackXYSampleWeightTests
{
    private static readonly Nested<Tensor> s_x = (Tensor)1f;
    private static readonly Nested<Tensor> s_y = (Tensor)2f;
    private static readonly Nested<Tensor> s_weight = (Tensor)3f;

    [Fact]
    public void What_is_not_there_is_left_out()
    {
        Assert.Same(s_x, Keras.Utils.PackXYSampleWeight(s_x));
        Assert.Same(s_x, Keras.Utils.PackXYSampleWeight(s_x, null, s_weight));
        Assert.Equal(2, Keras.Utils.PackXYSampleWeight(s_x, s_y).Count);
        Assert.Equal(3, Keras.Utils.PackXYSampleWeight(s_x, s_y, s_weight).Count);
        Assert.Equal(1, Keras.Utils.PackXYSampleWeight(Nested.List<Tensor>([s_x, s_y])).Count);
    }

    [Fact]
    public void What_was_packed_is_unpacked()
    {
        var (x, y, weight) = Keras.Utils.UnpackXYSampleWeight(Keras.Utils.PackXYSampleWeight(s_x, s_y));

        Assert.Same(s_x, x);
        Assert.Same(s_y, y);
        Assert.Null(weight);
        Assert.Same(s_x, Keras.Utils.UnpackXYSampleWeight(s_x).X);
    }

    [Fact]
    public void A_fourth_part_is_refused() => Assert.Throws<ArgumentException>(
        () => Keras.Utils.UnpackXYSampleWeight(Nested.List<Tensor>([s_x, s_x, s_x, s_x])));
}
