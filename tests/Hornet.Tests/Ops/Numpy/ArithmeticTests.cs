using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AddOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Add(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void A_literal_takes_the_dtype_of_the_tensor_beside_it()
    {
        Assert.Equal(DType.Int32, (Tensor.From([2], [1, 2]) + 1).DType);
        Assert.Equal(DType.Float16, (Tensor.From([1], [(Half)1]) + 1.5).DType);
        Assert.Equal(DType.Float32, (Tensor.From([2], [1, 2]) + 1.5).DType);
    }

    [Fact]
    public void Says_which_shapes_do_not_broadcast()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Add(new float[2], new float[3]));

        Assert.Equal(
            "Add: expected tensors whose shapes broadcast. Received: x1=float32(2,), x2=float32(3,).", e.Message);
    }
}

public sealed class SubtractOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Subtract(t[0], t[1]), [2, 3], [2, 1]);
}

public sealed class MultiplyOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Multiply(t[0], t[1]), [2, 3], [3]);
}

public sealed class DivideOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Divide(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(0.5f, (Tensor.From([1], [1]) / 2).Item<float>());
}
