using Hornet.Losses;

namespace Hornet.Tests;

public sealed class LossTests
{
    private static readonly float[,] s_target = { { 0, 0 }, { 0, 0 } };
    private static readonly float[,] s_predictions = { { 1, 1 }, { 3, 3 } }; // squares 1 and 9

    [Theory]
    [InlineData("sum_over_batch_size", 5f)]
    [InlineData("mean", 5f)]
    [InlineData("sum", 10f)]
    [InlineData("mean_with_sample_weight", 5f)]
    public void A_reduction_makes_one_number_of_many(string reduction, float value) =>
        Assert.Equal(value, new MeanSquaredError(reduction).Apply(s_target, s_predictions).Item<float>());

    [Theory]
    [InlineData("none")]
    [InlineData(null)]
    public void Without_a_reduction_there_is_a_value_for_each_sample(string? reduction) =>
        Assert.Equal([1f, 9], new MeanSquaredError(reduction).Apply(s_target, s_predictions).ToArray<float>());

    [Fact]
    public void Weights_multiply_and_may_divide()
    {
        Tensor weights = new float[] { 1, 3 };

        Assert.Equal(14f, new MeanSquaredError().Apply(s_target, s_predictions, weights).Item<float>());
        Assert.Equal(
            7f, new MeanSquaredError("mean_with_sample_weight").Apply(s_target, s_predictions, weights).Item<float>());
    }

    [Fact]
    public void What_the_mask_leaves_out_does_not_count()
    {
        Tensor predictions = s_predictions;
        predictions.KerasMask = new[] { true, false };

        Assert.Equal(1f, new MeanSquaredError().Apply(s_target, predictions).Item<float>());
        Assert.Equal(1f, new MeanSquaredError("sum").Apply(s_target, predictions).Item<float>());
    }

    [Fact]
    public void A_mask_that_leaves_out_all_gives_0()
    {
        Tensor predictions = s_predictions;
        predictions.KerasMask = new[] { false, false };

        Assert.Equal(0f, new MeanSquaredError().Apply(s_target, predictions).Item<float>());
    }

    [Fact]
    public void A_vector_beside_a_column_is_no_square()
    {
        var losses = new MeanSquaredError("none").Apply(new float[] { 1, 2, 3 }, new float[,] { { 1 }, { 2 }, { 4 } });

        Assert.Equal([0f, 0, 1], losses.ToArray<float>());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_by_name()
    {
        var error = Assert.Throws<ShapeException>(
            () => new MeanSquaredError().Apply(new float[3], new float[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 1, 2, 3 } }));

        Assert.Contains("MeanSquaredError", error.Message, StringComparison.Ordinal);
        Assert.Contains("(3, 3)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => new MeanSquaredError().Apply(s_target, s_predictions, new float[3]));
    }

    [Fact]
    public void A_name_is_a_loss()
    {
        Loss loss = "mse";

        Assert.Equal("mean_squared_error", Assert.IsType<MeanSquaredError>(loss).Name);
        Assert.Throws<ArgumentException>(() => (Loss)"nope");
    }

    [Fact]
    public void A_reduction_that_is_none_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new MeanSquaredError("average"));

        Assert.Contains("sum_over_batch_size", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_computes_in_its_dtype() => Assert.Equal(
        DType.Float64, new MeanSquaredError(dtype: "float64").Apply(s_target, s_predictions).DType);

    [Fact]
    public void One_of_a_program_is_a_class_with_a_formula()
    {
        var loss = new Difference();

        Assert.Equal(4f, loss.Apply(s_target, s_predictions).Item<float>() * 2);
        Assert.StartsWith("difference", loss.Name, StringComparison.Ordinal);
    }

    private sealed class Difference : Loss
    {
        protected override Tensor Call(Tensor yTrue, Tensor yPred) => Ops.Mean(yPred - yTrue, axis: -1);
    }
}
