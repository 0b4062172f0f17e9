namespace Hornet.Tests;

/// <summary>Which element functions are computed by the product before them, and that the bits stay.</summary>
public sealed class FinishProductsTests
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly EagerTensor s_matrix = Numbers([5, 5]);
    private static readonly EagerTensor s_row = Numbers([5], seed: 1);

    /// <summary>Sizes whose parts, lines and tiles end at different elements.</summary>
    public static TheoryData<int[], int[]> Products => new()
    {
        { [3, 7], [7, 5] },
        { [1, 33], [33, 70] },
        { [1, 300], [300, 1100] },
        { [1, 700], [700, 1030] },
        { [130, 41], [41, 301] },
        { [2, 3, 40], [40, 1029] },
        { [70, 600], [600, 64] },
    };

    /// <summary>Images, kernels and strides: by each of the kernels of convolutions.</summary>
    public static TheoryData<int[], int[], int> Convolutions => new()
    {
        { [1, 6, 5, 3], [3, 3, 3, 5], 1 },
        { [2, 7, 6, 4], [1, 1, 4, 9], 1 },
        { [2, 41, 16], [5, 16, 32], 1 },
        { [3, 133, 32], [4, 32, 16], 2 },
        { [3, 17, 16, 16], [3, 3, 16, 48], 2 },
        { [5, 28, 27, 1], [3, 3, 1, 32], 1 },
        { [7, 16, 15, 32], [2, 3, 32, 16], 1 },
        { [3, 13, 13, 32], [3, 3, 32, 80], 1 },
        { [9, 31, 30, 16], [3, 3, 16, 16], 1 },
        { [2, 5, 4, 48], [3, 3, 48, 16], 1 },
        { [1, 6, 200, 16], [3, 3, 16, 16], 1 },
        { [4, 9, 8, 64], [3, 3, 64, 48], 1 },
    };

    [Fact]
    public void Bias_and_activation_are_of_the_products_kernel() => Assert.Equal(
        ["MatmulOp, Fused(Add, Relu)"],
        Titles(t => [Ops.Relu(Ops.Matmul(t[0], t[0]) + t[1])], s_matrix, s_row));

    [Fact]
    public void A_result_in_another_shape_is_the_same_elements() => Assert.Equal(
        "MatmulOp, Fused(Relu)",
        Titles(t => [Ops.Relu(Ops.Reshape(Ops.Matmul(t[0], t[0]), [25]))], s_matrix)[0]);

    [Fact]
    public void What_is_reduced_before_is_not() =>
        IsNotJoined(t => [Ops.Relu(Ops.Sum(Ops.Matmul(t[0], t[0]), 0))], s_matrix);

    [Fact]
    public void What_is_read_for_several_elements_is_not() =>
        IsNotJoined(t => [Ops.Matmul(Ops.Reshape(t[1], [1, 5]), t[0]) + t[0]], s_matrix, s_row);

    [Fact]
    public void What_waits_for_the_product_by_another_way_is_not() => IsNotJoined(
        t =>
        {
            var product = Ops.Matmul(t[0], t[0]);
            return [product * Ops.Softmax(product)];
        },
        s_matrix);

    [Fact]
    public void A_new_value_of_a_variable_is_not()
    {
        var variable = new Variable(Numbers([5, 5]));
        IsNotJoined(
            t =>
            {
                variable.Assign(variable.Value - (Ops.Matmul(t[0], t[0]) * 0.1f));
                return [];
            },
            s_matrix);
    }

    [Fact]
    public void Of_two_products_the_later_one_is_finished()
    {
        Tensor[] Sum(Tensor[] t) => [Ops.Matmul(t[0], t[1]) + Ops.Matmul(t[1], t[0])];
        var other = Numbers([5, 5], seed: 2);

        Assert.Equal(["MatmulOp", "MatmulOp, Fused(Add)"], Titles(Sum, s_matrix, other));
        Compiled.GivesTheBitsOf(Sum, s_matrix, other);
    }

    [Fact]
    public void Of_two_that_follow_one_is_of_the_products_kernel()
    {
        Tensor[] Two(Tensor[] t)
        {
            var product = Ops.Matmul(t[0], t[0]);
            return [Ops.Relu(product + Ops.Sum(Ops.Relu(product)))];
        }

        Assert.Equal(["MatmulOp, Fused(Relu)", "Fused(Add, Relu)"], Titles(Two, s_matrix).Where(Counts));
        Compiled.GivesTheBitsOf(Two, s_matrix);
    }

    [Fact]
    public void A_product_that_others_need_is_written_too()
    {
        Tensor[] Both(Tensor[] t)
        {
            var product = Ops.Matmul(t[0], t[0]);
            return [Ops.Relu(product + t[1]), product, Ops.Softmax(product), Ops.Relu(product + t[1]) > 0.5f];
        }

        Assert.Contains(Titles(Both, s_matrix, s_row), title => title.StartsWith("MatmulOp, Fused(Add", Ordinal));
        Compiled.GivesTheBitsOf(Both, s_matrix, s_row);
    }

    [Fact]
    public void What_is_added_is_read_before_its_memory_is_used_again() => Compiled.GivesTheBitsOf(
        t =>
        {
            var other = Ops.Softmax(t[0]); // nothing needs it after the sum
            var sum = Ops.Matmul(t[0], t[0]) + other;
            return [Ops.Softmax(sum * 0.01f)];
        },
        Numbers([130, 130]));

    [Theory]
    [MemberData(nameof(Products))]
    public void Products_with_what_follows_give_the_bits_of_each_by_itself(int[] x, int[] w)
    {
        var (left, right) = (Numbers([.. x]), Numbers([.. w], seed: 1));
        Holds(t => Ops.Matmul(t[0], t[1]), left, right);
    }

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Convolutions_with_what_follows_give_the_bits_of_each_by_itself(int[] x, int[] w, int stride)
    {
        var (images, kernel) = (Numbers([.. x]), Numbers([.. w], seed: 1));
        Holds(t => Ops.Conv(t[0], t[1], stride, "same"), images, kernel);
        Holds(t => Ops.Conv(t[0], t[1], stride, "valid"), images, kernel);
    }

    // A bias and an activation; a scale, a shift, what is added and another activation; and gradients of all.
    private static void Holds(Func<Tensor[], Tensor> product, EagerTensor x, EagerTensor w)
    {
        var shape = product([x, w]).Shape;
        var bias = Numbers([shape[^1]!.Value], seed: 2);
        var (other, weight) = (Numbers(shape, seed: 3), Numbers(shape, seed: 4));
        Tensor Biased(Tensor[] t) => Ops.Relu(product(t) + t[2]);
        Tensor Added(Tensor[] t) => Ops.Maximum((product(t) * t[2]) + 0.5f + t[3], 0.1f * t[2]);

        Assert.Single(Titles(t => [Biased(t)], x, w, bias), Counts);
        Compiled.GivesTheBitsOf(t => [Biased(t)], x, w, bias);
        Compiled.GivesTheBitsOf(t => [Added(t)], x, w, bias, other);
        Compiled.GivesTheBitsOf(
            t => Compiled.WithGradients(u => Biased([Ops.Relu(u[0]), u[1], u[2]]), t, weight), x, w, bias);
        Compiled.GivesTheBitsOf(
            t => Compiled.WithGradients(Added, t, weight), x, w, bias, other);
    }

    private static void IsNotJoined(Func<Tensor[], Tensor[]> function, params EagerTensor[] inputs)
    {
        var titles = Titles(function, inputs);
        Assert.Contains("MatmulOp", titles);
        Assert.Contains(titles, title => title.StartsWith("Fused", Ordinal));
    }

    private static bool Counts(string title) => title.Contains("Fused", Ordinal);

    private static string[] Titles(Func<Tensor[], Tensor[]> function, params EagerTensor[] inputs) =>
        Compiled.Titles(Compiled.Optimized(function, inputs));

    private static EagerTensor Numbers(Shape shape, int seed = 0) =>
        Compiled.Values(shape, seed: seed, hasSpecial: false);
}
