using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LogspaceOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Logspace(t[0], t[1], num: 3, @base: 2.0), [2], [2]);

    [Fact]
    public void Has_powers_of_the_base()
    {
        Assert.Equal(new[] { 1, 2, 4, 8 }, Ops.Logspace(0, 3, num: 4, @base: 2, dtype: DType.Int32).ToArray<int>());
        Assert.Equal(new[] { 1f, 10 }, Ops.Logspace(0, 2, num: 2, endpoint: false).ToArray<float>());
    }
}

public sealed class GeomspaceOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.Geomspace(t[0], t[1], num: 3, axis: -1), Tensor.From([2], [0.5, 1]), Tensor.From([2], [2.0, 3]));

    [Fact]
    public void Ends_may_both_be_negative() => Assert.Equal(
        [-1f, -10, -100], Ops.Geomspace(-1, -100, num: 3).ToArray<float>().Select(number => MathF.Round(number, 3)));
}

public sealed class VanderOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Vander(t[0]), [3]);
        OpContract.Check(t => Ops.Vander(t[0], n: 2, increasing: true), [3]);
    }

    [Fact]
    public void Has_powers_of_each_number() =>
        Assert.Equal(new[] { 4, 2, 1, 9, 3, 1 }, Ops.Vander(new[] { 2, 3 }, n: 3).ToArray<int>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Vander(new int[2, 2]));
        Assert.Throws<ShapeException>(() => Ops.Vander(new int[2], n: -1));
    }
}

public sealed class PlacesOpTests
{
    [Fact]
    public void Are_as_many_as_elements_even_where_that_is_unknown() =>
        Assert.Equal([null, null], Ops.Vander(new KerasTensor([null])).Shape);
}

public sealed class SelectOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.Check(t => Ops.Select([t[0] > 0.5, t[0] > 0], [t[0] * t[1], t[1]], t[0]), [2, 3], [3]);

    [Fact]
    public void The_first_true_condition_chooses() => Assert.Equal(
        new[] { 1f, 2, 0.5f },
        Ops.Select([new[] { true, false, false }, new[] { true, true, false }], [1, 2], 0.5).ToArray<float>());

    [Fact]
    public void Says_what_has_no_condition() => Assert.Throws<ArgumentException>(() => Ops.Select([true], []));
}
