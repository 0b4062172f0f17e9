using Hornet.Testing;

namespace Hornet.Tests;

public sealed class HstackOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Hstack([t[0], t[1]]), [2], [3]);
        OpContract.Check(t => Ops.Hstack([t[0], t[1]]), [2, 3], [2, 1]);
    }

    [Fact]
    public void Scalars_are_vectors_of_one() => Assert.Equal([2], Ops.Hstack([Ops.Ones([]), Ops.Ones([])]).Shape);
}

public sealed class VstackOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Vstack([t[0], t[1]]), [3], [2, 3]);
}

public sealed class DstackOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Dstack([t[0], t[1]]), [3], [1, 3, 2]);
}

public sealed class ColumnStackOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ColumnStack([t[0], t[1]]), [3], [3, 2]);
}

public sealed class AppendOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Append(t[0], t[1]), [2, 2], [3]);
        OpContract.Check(t => Ops.Append(t[0], t[1], axis: 0), [2, 2], [1, 2]);
    }

    [Fact]
    public void A_literal_takes_the_dtype_of_the_tensor_beside_it() =>
        Assert.Equal(DType.Float16, Ops.Append(new[] { (Half)1 }, 2.0).DType);
}

public sealed class ArraySplitOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ArraySplit(t[0], 2, axis: 1)[0], [2, 3]);

    [Fact]
    public void The_first_parts_are_the_longer_ones()
    {
        Assert.Equal([3, 3, 2], Ops.ArraySplit(Ops.Ones([8]), 3).Select(part => (int)part.Shape.Size));
        Assert.Equal([1, 1, 0], Ops.ArraySplit(Ops.Ones([2]), 3).Select(part => (int)part.Shape.Size));
        Assert.Throws<ShapeException>(() => Ops.ArraySplit(Ops.Ones([2]), 0));
    }
}

public sealed class HsplitOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Hsplit(t[0], [1])[1], [2, 3]);

    [Fact]
    public void Of_a_vector_cuts_its_only_axis() => Assert.Equal([2], Ops.Hsplit(Ops.Ones([4]), 2)[0].Shape);
}

public sealed class VsplitOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Vsplit(t[0], 2)[1], [2, 3]);
}

public sealed class DsplitOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Dsplit(t[0], [1])[1], [1, 2, 3]);

    [Fact]
    public void Needs_three_axes() => Assert.Throws<ShapeException>(() => Ops.Dsplit(Ops.Ones([2, 2]), 2));
}
