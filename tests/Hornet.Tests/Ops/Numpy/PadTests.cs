using Hornet.Testing;

namespace Hornet.Tests;

public sealed class PadOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Pad(t[0], [(1, 0), (0, 2)]), [2, 3]);
        OpContract.Check(t => Ops.Pad(t[0], 1, constantValues: t[1]), [2, 3], []);
        OpContract.Check(t => Ops.Pad(t[0], [(1, 2), (5, 0)], mode: "edge"), [2, 2]);
        OpContract.Check(t => Ops.Pad(t[0], [(1, 2), (5, 0)], mode: "reflect"), [2, 3]);
        OpContract.Check(t => Ops.Pad(t[0], (3, 1), mode: "symmetric"), [2, 2]);
        OpContract.Check(t => Ops.Pad(t[0], (3, 1), mode: "wrap"), [2, 2]);
        OpContract.Check(t => Ops.Pad(t[0], [(1, 0), (2, 1)], mode: "maximum"), [2, 3]);
        OpContract.Check(t => Ops.Pad(t[0], [(0, 1), (2, 1)], mode: "minimum"), [2, 3]);
        OpContract.Check(t => Ops.Pad(t[0], [(1, 1), (0, 0)], mode: "mean"), [2, 3]);
        OpContract.Check(t => Ops.Pad(t[0], [(0, 0), (1, 1)], mode: "median"), [2, 3]);
        OpContract.Check(t => Ops.Pad(t[0], [(2, 1), (0, 2)], mode: "linear_ramp"), [2, 3]);
    }

    [Theory]
    [InlineData("edge", new[] { 1, 1, 1, 1, 2, 3, 3, 3, 3 })]
    [InlineData("reflect", new[] { 2, 3, 2, 1, 2, 3, 2, 1, 2 })]
    [InlineData("symmetric", new[] { 3, 2, 1, 1, 2, 3, 3, 2, 1 })]
    [InlineData("wrap", new[] { 1, 2, 3, 1, 2, 3, 1, 2, 3 })]
    [InlineData("empty", new[] { 0, 0, 0, 1, 2, 3, 0, 0, 0 })]
    [InlineData("maximum", new[] { 3, 3, 3, 1, 2, 3, 3, 3, 3 })]
    [InlineData("minimum", new[] { 1, 1, 1, 1, 2, 3, 1, 1, 1 })]
    [InlineData("mean", new[] { 2, 2, 2, 1, 2, 3, 2, 2, 2 })]
    [InlineData("median", new[] { 2, 2, 2, 1, 2, 3, 2, 2, 2 })]
    [InlineData("linear_ramp", new[] { 0, 0, 0, 1, 2, 3, 2, 1, 0 })]
    public void Shows_the_tensor_around_it(string mode, int[] expected) =>
        Assert.Equal(expected, Ops.Pad(new[] { 1, 2, 3 }, 3, mode).ToArray<int>());

    [Fact]
    public void Mirrors_a_single_element() =>
        Assert.Equal(new[] { 7, 7, 7 }, Ops.Pad(new[] { 7 }, 1, mode: "reflect").ToArray<int>());

    [Fact]
    public void Unsigned_integers_are_padded_too() =>
        Assert.Equal(new ulong[] { 1, 2, 2 }, Ops.Pad(new ulong[] { 1, 2 }, (0, 1), mode: "edge").ToArray<ulong>());

    [Fact]
    public void The_constant_is_cast() =>
        Assert.Equal(new ushort[] { 2, 7 }, Ops.Pad(new ushort[] { 7 }, (1, 0), constantValues: 2.5).ToArray<ushort>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Pad(Ops.Ones([2, 3]), [(1, 1), (1, 1), (1, 1)]));

        Assert.Equal(
            "Pad: expected a pair of numbers of 0 or more for each axis of x, or one for all. " +
            "Received: padWidth=[(1, 1), (1, 1), (1, 1)], x=float32(2, 3).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Pad(Ops.Ones([2]), -1));
        Assert.Throws<ShapeException>(() => Ops.Pad(Ops.Ones([0]), 1, mode: "edge"));
        Assert.Throws<ShapeException>(() => Ops.Pad(Ops.Ones([2]), 1, constantValues: new float[2]));
        Assert.Throws<ArgumentException>(() => Ops.Pad(Ops.Ones([2]), 1, mode: "bad"));
        Assert.Throws<ArgumentException>(() => Ops.Pad(Ops.Ones([2]), 1, mode: "edge", constantValues: 1));
    }
}

// The kernels behind it, which its contract runs in both directions.
public sealed class PadConstantOpTests
{
    [Fact]
    public void Of_an_axis_of_unknown_size_claims_nothing_of_it() =>
        Assert.Equal([null, 5], Ops.Pad(new KerasTensor([null, 3]), [(1, 1), (0, 2)]).Shape);
}

public sealed class PadIndexedOpTests
{
    [Fact]
    public void Of_an_axis_of_unknown_size_claims_nothing_of_it() =>
        Assert.Equal([null, 5], Ops.Pad(new KerasTensor([null, 3]), [(1, 1), (0, 2)], mode: "wrap").Shape);
}

public sealed class CropOpTests
{
    [Fact]
    public void Gives_the_inner_part_its_gradient()
    {
        Tensor x = new float[] { 1, 2 };
        using var tape = new GradientTape();
        tape.Watch(x);
        var weighted = Ops.Pad(x, (1, 2)) * Ops.Arange(5, dtype: DType.Float32);

        Assert.Equal(new float[] { 1, 2 }, tape.Gradient(weighted, x).ToArray<float>());
    }
}
