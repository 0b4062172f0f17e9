namespace Hornet.Tests;

/// <summary>Which element functions become one kernel, and that none waits for itself.</summary>
public sealed class FuseElementsTests
{
    private static readonly EagerTensor s_matrix = Compiled.Values([5, 5], hasSpecial: false);
    private static readonly EagerTensor s_row = Compiled.Values([5], seed: 1, hasSpecial: false);

    [Fact]
    public void A_chain_is_one_kernel() =>
        Assert.Equal(
            ["Fused(Multiply, Add, Relu)"], Compiled.Titles(Compiled.Optimized(
                t => [Ops.Relu(t[0] * t[0] + t[1])], s_matrix, s_row)));

    [Fact]
    public void Another_number_of_elements_is_another_kernel() =>
        Assert.Equal(
            ["Fused(Square)", "Fused(Add)"], Compiled.Titles(Compiled.Optimized(
                t => [t[0] + Ops.Square(t[1])], s_matrix, s_row)));

    [Fact]
    public void Integers_and_floats_are_two_kernels() =>
        Assert.Equal(2, Compiled.Optimized(
            t => [Ops.Cast(t[1] * t[1], DType.Float32) + t[0]], s_matrix, Compiled.Values([5, 5], DType.Int32))
            .Instructions.Count);

    [Fact]
    public void What_comes_back_through_a_product_is_not_of_the_same_kernel()
    {
        Tensor[] Through(Tensor[] t)
        {
            var a = t[0] * 2;
            return [a + Ops.Matmul(a, a)];
        }

        Assert.Equal(
            ["Fused(Multiply)", "MatmulOp, Fused(Add)"], Compiled.Titles(Compiled.Optimized(Through, s_matrix)));
        Compiled.GivesTheBitsOf(Through, s_matrix);
    }

    [Fact]
    public void What_comes_back_through_a_sum_and_another_kernel_is_not_of_the_same_kernel() =>
        Compiled.GivesTheBitsOf(
            t =>
            {
                var a = t[0] * t[0];
                var sum = Ops.Sum(a, 0);
                var row = t[1] + t[1];
                return [a * row, row + sum]; // row with row + sum would wait for a, and a · row for row
            },
            s_matrix, s_row);

    [Fact]
    public void Many_chains_that_cross_give_what_they_give_eagerly()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            Compiled.GivesTheBitsOf(t => Crossing(t, seed), s_matrix, s_row);
        }
    }

    // Any earlier values of both shapes, in any order: by element functions, by sums and by products.
    private static Tensor[] Crossing(Tensor[] t, int seed)
    {
        var random = new Random(seed);
        List<Tensor> matrices = [t[0]], rows = [t[1]];
        Tensor Any(List<Tensor> all) => all[random.Next(all.Count)];
        for (var step = 0; step < 24; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    rows.Add(Ops.Sum(Any(matrices), 0));
                    break;
                case 1:
                    matrices.Add(Ops.Clip(Ops.Matmul(Any(matrices), Any(matrices)), -2, 2));
                    break;
                case 2:
                    matrices.Add(Ops.Minimum(Any(matrices), Any(rows)));
                    break;
                case 3:
                    rows.Add(Ops.Maximum(Any(rows), Any(rows)) - 0.5f);
                    break;
                case 4:
                    rows.Add(Ops.Relu(Any(rows)));
                    break;
                default:
                    matrices.Add((Any(matrices) - Any(matrices)) * 0.5f);
                    break;
            }
        }

        return [matrices[^1], rows[^1], matrices[^2], rows[0]];
    }
}
