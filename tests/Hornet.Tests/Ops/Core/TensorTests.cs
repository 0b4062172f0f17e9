using Hornet.Testing;

namespace Hornet.Tests;

public sealed class StopGradientOpTests
{
    [Fact]
    public void No_gradient_flows_through_it()
    {
        Tensor x = new float[] { 3 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(3f, tape.Gradient(x * Ops.StopGradient(x), x).Item<float>());
    }

    [Fact]
    public void Gives_the_same_tensor() => OpContract.CheckShapes(
        t => Ops.StopGradient(t[0]), Tensor.From([2], [1.0, 2]));
}

public sealed class ConvertToTensorOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ConvertToTensor(t[0]), [2, 3]);

    [Fact]
    public void A_literal_becomes_a_tensor_like_others()
    {
        Assert.Equal(DType.Float32, (Ops.ConvertToTensor(1.0) + new[] { (Half)1 }).DType);
        Assert.Equal(new TensorSpec([], DType.Int16), Ops.ConvertToTensor(7, DType.Int16).Spec);
        Assert.Equal(new[] { 1f, 0 }, Ops.ConvertToTensor(new[] { 1, 0 }, DType.BFloat16).ToArray<float>());
    }

    [Fact]
    public void And_back_to_an_array() =>
        Assert.Equal(new float[,] { { 1, 2 } }, Ops.ConvertToNumpy(new float[,] { { 1, 2 } }));
}

public sealed class ArrayOpTests
{
    [Fact]
    public void Is_a_tensor_of_an_array() =>
        Assert.Equal(new TensorSpec([2], DType.Float32), Ops.Array(new[] { 1, 2 }, DType.Float32).Spec);
}

public sealed class CopyOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Copy(t[0]), [2, 3]);
}

public sealed class SizeOpTests
{
    [Fact]
    public void Is_an_int32_scalar_that_a_graph_can_hold()
    {
        OpContract.CheckShapes(t => Ops.Size(t[0]), Tensor.From([2, 3], new double[6]));
        Assert.Equal(6, Ops.Size(Ops.Ones([2, 3])).Item<int>());
    }
}

public sealed class TensorFactsTests
{
    [Fact]
    public void Shape_rank_and_dtype_are_known_without_data()
    {
        var x = new KerasTensor([null, 3], DType.Int8);

        Assert.Equal([null, 3], Ops.Shape(x));
        Assert.Equal(2, Ops.Ndim(x));
        Assert.Equal(DType.Int8, Ops.Dtype(x));
    }

    [Fact]
    public void Only_what_computes_is_a_tensor()
    {
        Assert.True(Ops.IsTensor(Ops.Ones([1])));
        Assert.False(Ops.IsTensor(new KerasTensor([1])));
        Assert.False(Ops.IsTensor(new float[1]));
    }
}
