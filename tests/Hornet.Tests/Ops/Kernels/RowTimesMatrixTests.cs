using Hornet.Native;

namespace Hornet.Tests;

/// <summary>A row times a matrix, of sizes around registers, groups of rows and parts.</summary>
public sealed class RowTimesMatrixTests
{
    private static readonly int[] s_rows = [0, 1, 2, 15, 16, 17, 33, 100, 784];
    private static readonly int[] s_columns = [1, 3, 10, 15, 16, 17, 31, 64, 65, 300, 1030];

    [Fact]
    public void Of_whole_numbers_is_exact()
    {
        var random = new Random(0);
        foreach (var k in s_rows)
        {
            foreach (var n in s_columns)
            {
                var (x, w) = (Whole(random, k), Whole(random, k * n));
                Assert.Equal(Expected(x, w, n), Product(x, w, n));
            }
        }
    }

    [Fact]
    public void What_is_not_a_number_stays_in_its_column()
    {
        var random = new Random(1);
        var (x, w) = (Whole(random, 40), Whole(random, 40 * 13));
        w[(20 * 13) + 12] = float.NaN; // beside it in memory is the next row's first
        w[39 * 13] = float.PositiveInfinity;

        var y = Product(x, w, 13);

        Assert.Equal(float.PositiveInfinity * x[39], y[0]);
        Assert.All(y[1..12], value => Assert.True(float.IsFinite(value)));
        Assert.True(float.IsNaN(y[12]));
    }

    [Fact]
    public void Gives_the_same_bits_on_one_thread_and_on_several()
    {
        var random = new Random(2);
        var (k, n) = (1001, 1003);
        var x = Array.ConvertAll(new float[k], _ => random.NextSingle() - 0.5f);
        var w = Array.ConvertAll(new float[k * n], _ => random.NextSingle() - 0.5f);
        var several = Product(x, w, n);
        var alone = new float[2][];

        ParallelFor.Run(0, 2, 1, 0, (begin, end, _) => // a call inside runs on that thread
        {
            for (var i = begin; i < end; i++)
            {
                alone[i] = Product(x, w, n);
            }
        });

        Assert.All(alone, one => Assert.Equal(several, one));
        var right = Expected(x, w, n);
        Assert.All(Enumerable.Range(0, n), i => Assert.Equal(right[i], several[i], 1e-4f));
    }

    private static float[] Product(float[] x, float[] w, int n)
    {
        using var row = TensorHandle.Empty(DType.Float32, [x.Length]);
        using var matrix = TensorHandle.Empty(DType.Float32, [w.Length]);
        using var result = TensorHandle.Empty(DType.Float32, [n]);
        x.CopyTo(row.Address.Span<float>(x.Length));
        w.CopyTo(matrix.Address.Span<float>(w.Length));
        RowTimesMatrix.Run(x.Length, n, row.Address, matrix.Address, result.Address);
        return result.Address.Span<float>(n).ToArray();
    }

    private static float[] Expected(float[] x, float[] w, int n)
    {
        var sums = new double[n];
        for (var i = 0; i < w.Length; i++)
        {
            sums[i % n] += (double)x[i / n] * w[i];
        }

        return Array.ConvertAll(sums, sum => (float)sum);
    }

    private static float[] Whole(Random random, int count) =>
        Array.ConvertAll(new float[count], _ => (float)random.Next(1, 9) * (random.Next(2) == 0 ? 1 : -1));
}
