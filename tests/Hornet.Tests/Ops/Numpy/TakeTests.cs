using Hornet.Testing;

namespace Hornet.Tests;

public sealed class TakeOpTests
{
    private static readonly Tensor s_indices = new[,] { { 1, -1 }, { 0, 1 } };

    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Take(t[0], s_indices, axis: 0), [3, 2]);
        OpContract.Check(t => Ops.Take(t[0], s_indices, axis: -1), [2, 3]);
        OpContract.Check(t => Ops.Take(t[0], s_indices), [2, 3]);
        OpContract.Check(t => Ops.Take(t[0], 1, axis: 1), [2, 3, 2]);
    }

    [Fact]
    public void What_is_out_of_range_is_filled()
    {
        int[] indices = [1, 2, -3];

        Assert.Equal(new[] { 8f, float.NaN, float.NaN }, Ops.Take(new float[] { 7, 8 }, indices).ToArray<float>());
        Assert.Equal(new[] { 8, int.MinValue, int.MinValue }, Ops.Take(new[] { 7, 8 }, indices).ToArray<int>());
        Assert.Equal(
            new ushort[] { 8, ushort.MaxValue, ushort.MaxValue },
            Ops.Take(new ushort[] { 7, 8 }, indices).ToArray<ushort>());
        Assert.Equal(new[] { false, true, true }, Ops.Take(new[] { false, false }, indices).ToArray<bool>());
        Assert.Equal(long.MinValue, Ops.Take(Ops.Zeros([0], DType.Int64), 0).Item<long>());
    }

    [Fact]
    public void No_gradient_flows_to_what_is_out_of_range()
    {
        Tensor x = new float[,] { { 1, 2 }, { 3, 4 } };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(
            new float[] { 1, 1, 2, 2 },
            tape.Gradient(Ops.Take(x, new[] { 0, 1, 5, 1 }, axis: 0), x).ToArray<float>());
    }

    [Theory]
    [InlineData(DType.Int32, DType.Float32)]
    [InlineData(DType.Int64, DType.Float64)]
    [InlineData(DType.Int16, DType.Float32)]
    public void Much_is_taken_and_added_up_as_little_is(DType index, DType dtype)
    {
        var random = new Random(1);
        Shape shape = [2, 500, 40];
        int[] places = [.. Enumerable.Range(0, 900).Select(_ => random.Next(-600, 600))];
        float[] values = [.. Enumerable.Range(0, 2 * 500 * 40).Select(_ => (float)random.Next(100))];
        var expected = new float[values.Length];
        var taken = new List<float>();
        foreach (var (row, place) in new[] { 0, 1 }.SelectMany(row => places.Select(place => (row, place))))
        {
            var wrapped = place < 0 ? place + 500 : place;
            for (var i = 0; i < 40; i++)
            {
                var at = (((row * 500) + wrapped) * 40) + i;
                taken.Add(wrapped is < 0 or >= 500 ? float.NaN : values[at]);
                if (wrapped is >= 0 and < 500)
                {
                    expected[at]++;
                }
            }
        }

        var x = Ops.Cast(Tensor.From(shape, values), dtype);
        using var tape = new GradientTape();
        tape.Watch(x);
        var y = Ops.Take(x, Ops.Cast(places, index), axis: 1);

        Assert.Equal(taken, Ops.Cast(y, DType.Float32).ToArray<float>());
        Assert.Equal(expected, Ops.Cast(tape.Gradient(y, x), DType.Float32).ToArray<float>());
    }

    [Fact]
    public void Half_precision_and_unsigned_integers_are_taken_as_they_are()
    {
        Assert.Equal((Half)2, Ops.Take(new[] { (Half)1, (Half)2 }, 1).Item<Half>());
        Assert.Equal(2UL, Ops.Take(new ulong[] { 1, 2 }, 1).Item<ulong>());
    }

    [Fact]
    public void Says_which_axis_there_is_not() =>
        Assert.Throws<ShapeException>(() => Ops.Take(Ops.Ones([2, 3]), 1, axis: 2));
}

public sealed class TakeAlongAxisOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.TakeAlongAxis(t[0], new[,] { { 1, 1 }, { 0, -1 } }, axis: 1), [2, 3]);
        OpContract.Check(t => Ops.TakeAlongAxis(t[0], new[,] { { 1, 1, 0 } }, axis: 1), [2, 3]);
        OpContract.Check(t => Ops.TakeAlongAxis(t[0], new[,] { { 1, 0 } }, axis: 0), [2, 1]);
        OpContract.Check(t => Ops.TakeAlongAxis(t[0], new[] { 1, 4, 4 }), [2, 3]);
    }

    [Fact]
    public void What_is_out_of_range_is_filled()
    {
        var taken = Ops.TakeAlongAxis(new float[,] { { 1, 2 }, { 3, 4 } }, new[,] { { 2, 1 }, { -3, -2 } }, axis: 1);

        Assert.Equal(new[] { float.NaN, 2, float.NaN, 3 }, taken.ToArray<float>());
        Assert.Equal(uint.MaxValue, Ops.TakeAlongAxis(new uint[] { 1 }, new[] { 1 }).Item<uint>());
    }

    [Fact]
    public void No_gradient_flows_to_what_is_out_of_range()
    {
        Tensor x = new float[] { 1, 2 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(
            new float[] { 0, 2 }, tape.Gradient(Ops.TakeAlongAxis(x, new[] { 1, 7, 1 }), x).ToArray<float>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        var e = Assert.Throws<ShapeException>(
            () => Ops.TakeAlongAxis(Ops.Ones([2, 3]), new int[1, 4], axis: 0));

        Assert.Equal(
            "TakeAlongAxis: expected indices of the rank of x that broadcast with it except in axis 0. " +
            "Received: x=float32(2, 3), indices=int32(1, 4).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.TakeAlongAxis(Ops.Ones([2, 3]), new int[1, 4]));
    }
}

// The kernels behind them, of which the contracts above take every gradient.
public sealed class GatherSlicesOpTests
{
    [Fact]
    public void Is_what_take_computes_with() => Assert.Equal(
        [2, 5, 4], Ops.Take(new KerasTensor([2, null, 4]), new KerasTensor([5], DType.Int32), axis: 1).Shape);
}

public sealed class ScatterSlicesOpTests
{
    [Fact]
    public void Adds_up_unsigned_integers_too()
    {
        // The gradient of integers is never asked for, so that padding's and embedding's reverse is tested by itself.
        Tensor x = new float[] { 1, 2, 3 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(
            new float[] { 0, 0, 3 }, tape.Gradient(Ops.Take(x, new[] { 2, 2, 2 }), x).ToArray<float>());
    }
}

public sealed class GatherAlongOpTests
{
    [Fact]
    public void Is_what_take_along_axis_computes_with() => Assert.Equal(
        [null, 2], Ops.TakeAlongAxis(new KerasTensor([null, 4]), new KerasTensor([null, 2], DType.Int32), 1).Shape);
}

public sealed class ScatterAlongOpTests
{
    [Fact]
    public void Gives_an_axis_without_elements_no_gradient()
    {
        Tensor x = Ops.Zeros([0]);
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal([0], tape.Gradient(Ops.TakeAlongAxis(x, new[] { 0, 0 }), x).Shape);
    }
}
