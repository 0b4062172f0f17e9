namespace Hornet.Tests;

/// <summary>A graph without layers, which is strict.</summary>
public sealed class FunctionFactsTests
{
    private readonly KerasTensor _x = new([2, 3], name: "x");

    [Fact]
    public void Another_structure_is_refused() => Assert.StartsWith(
        "Function was called with an invalid input structure.",
        Refusal.Of(() => new Function(Nested.List<Tensor>([_x]), _x * 2).Apply(Ops.Ones([2, 3]))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 1, 3 })]
    [InlineData(new[] { 2, 3, 1 })]
    public void Another_shape_is_refused_and_a_batch_size_is_part_of_it(int[] given)
    {
        var message = Refusal.Of(() => new Function(_x, _x * 2, "twice").Apply(
            Ops.Ones(Shape.Create([.. given.Select(axis => (int?)axis)]))));
        Assert.Equal(
            $"Function 'twice': expected shape (2, 3) for input 'x'. Received: ({string.Join(", ", given)}).", message);
    }

    [Fact]
    public void A_place_that_is_left_out_is_refused() => Assert.Contains(
        "input 'x'", Refusal.Of(() => new Function(_x, _x * 2).Apply((Tensor)null!)), StringComparison.Ordinal);

    [Fact]
    public void What_comes_before_its_inputs_is_left_out()
    {
        var middle = (KerasTensor)((_x * 2) + 1);
        var function = new Function(middle, Ops.Power(middle, 2));
        Assert.Equal(["Power"], function.Operations.Select(operation => operation.ClassName));
        Assert.Equal(9f, function.Apply(Ops.Full([2, 3], 3f)).Value.ToArray<float>()[0]);
    }

    [Fact]
    public void Unknown_axes_take_any_size()
    {
        var x = new KerasTensor([null, null]);
        Assert.Equal([5, 7], new Function(x, x * 2).Apply(Ops.Ones([5, 7])).Value.Shape);
    }
}
