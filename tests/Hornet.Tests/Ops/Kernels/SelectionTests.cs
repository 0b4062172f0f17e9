namespace Hornet.Tests;

public sealed class SelectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(37)]
    [InlineData(100_003)] // on several threads
    public void Of_any_length_and_size_of_element_chooses_each(int length)
    {
        var condition = Enumerable.Range(0, length).Select(i => i % 3 == 0 || i % 7 == 2).ToArray();
        var numbers = Enumerable.Range(0, length).Select(i => i % 100).ToArray();
        var expected = numbers.Select((number, i) => condition[i] ? number : -5).ToArray();

        foreach (var dtype in new[] { DType.Int8, DType.Float16, DType.Int32, DType.Float64, DType.Complex128 })
        {
            var x = Ops.Cast(numbers, dtype);

            var chosen = Ops.Where(condition, x, Ops.Cast(-5, dtype));
            var full = Ops.Where(condition, x, Ops.Full([length], -5, dtype));

            Assert.Equal(expected, Ops.Cast(Ops.Real(chosen), DType.Int32).ToArray<int>());
            Assert.Equal(expected, Ops.Cast(Ops.Real(full), DType.Int32).ToArray<int>());
        }
    }

    [Fact]
    public void All_three_broadcast() => Assert.Equal(
        new[,] { { 1, 2, 3 }, { 7, 7, 7 } },
        Ops.Where(new[,] { { true }, { false } }, new[] { 1, 2, 3 }, 7).ToArray());

    [Fact]
    public void Of_views_in_another_order_chooses_the_right_ones() => Assert.Equal(
        new[,] { { 1, 0 }, { 2, 0 } },
        Ops.Where(new[] { true, false }, Ops.Transpose(new[,] { { 1, 2 }, { 3, 4 } }), 0).ToArray());
}
