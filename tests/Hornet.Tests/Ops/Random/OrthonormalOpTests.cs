using Hornet.Testing;

namespace Hornet.Tests;

public sealed class OrthonormalOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.CheckShapes(t => new OrthonormalOp().Apply(t[0]), Tensor.From([3, 2], [1.0, 2, -3, 4, 5, 7]));
        var half = (EagerTensor)Ops.Cast(new[,] { { 1f, 2 }, { 3, 4 } }, DType.BFloat16);
        OpContract.CheckShapes(t => new OrthonormalOp().Apply(t[0]), half);
        OpContract.CheckShapes(t => new OrthonormalOp().Apply(t[0]), Tensor.From([0, 0], Array.Empty<float>()));
    }
}
