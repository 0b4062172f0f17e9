using Hornet.Native;

namespace Hornet.Tests;

public sealed class GemmTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 4)]
    [InlineData(5, 1, 7)]
    [InlineData(17, 33, 9)]
    [InlineData(3, 2, 0)]
    [InlineData(0, 2, 3)]
    [InlineData(2, 0, 3)]
    public void Products_of_operands_that_lie_either_way(int m, int n, int k)
    {
        foreach (var adds in new[] { false, true })
        {
            foreach (var (turnX, turnY) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                using var x = Handles.Counting(turnX ? [k, m] : [m, k]);
                using var y = Handles.Counting(turnY ? [n, k] : [k, n]);
                using var result = Handles.Counting(m, n);
                var expected = Expected(x.ToArray<float>(), y.ToArray<float>(), turnX, turnY, m, n, k);
                if (adds)
                {
                    expected = [.. expected.Zip(result.ToArray<float>(), (product, before) => product + before)];
                }

                Gemm.Multiply(turnX, turnY, m, n, k, x.Address, y.Address, result.Address, adds);

                Assert.Equal(expected, result.ToArray<float>()); // whole numbers: exact in any order
            }
        }
    }

    private static float[] Expected(float[] x, float[] y, bool turnX, bool turnY, int m, int n, int k)
    {
        var result = new float[m * n];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var l = 0; l < k; l++)
                {
                    result[(i * n) + j] += x[turnX ? (l * m) + i : (i * k) + l] * y[turnY ? (j * k) + l : (l * n) + j];
                }
            }
        }

        return result;
    }
}
