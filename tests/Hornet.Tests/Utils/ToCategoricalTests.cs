namespace Hornet.Tests;

public sealed class ToCategoricalTests
{
    [Fact]
    public void Each_class_number_has_a_one_in_its_place()
    {
        var rows = Keras.Utils.ToCategorical(new[,] { { 0 }, { 2 } });

        Assert.Equal(DType.Float64, rows.DType);
        Assert.Equal(Shape.Create([2, 3]), rows.Shape);
        Assert.Equal([1.0, 0, 0, 0, 0, 1], rows.ToArray<double>());
        Assert.Equal([0.0, 1, 0, 0], Keras.Utils.ToCategorical(1, 4).ToArray<double>());
    }

    [Fact]
    public void Tensors_need_the_number_of_classes() => Assert.Equal(
        [0f, 1, 0, 0], Keras.Utils.ToCategorical((Tensor)new[] { 1, 2 }, 2).ToArray<float>());

    [Fact]
    public void A_number_that_is_no_class_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Keras.Utils.ToCategorical(new[] { 3 }, 3));
        Assert.Throws<ArgumentException>(() => Keras.Utils.ToCategorical(Array.Empty<int>()));
    }
}
