using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Symbolic tensors: what they are, and what they refuse.</summary>
public sealed class KerasTensorFactsTests
{
    public KerasTensorFactsTests() => Keras.ClearSession();

    [Fact]
    public void Prints_as_Keras_prints_it() => Assert.Equal(
        "<KerasTensor shape=(None, 3), dtype=float32, sparse=False, ragged=False, name=x>",
        Keras.Input([3], name: "x").ToString());

    [Fact]
    public void Has_no_numbers()
    {
        var x = Keras.Input([3], name: "x");
        foreach (var read in new Func<object?>[] { () => x.ToArray(), () => x.ToArray<float>(), () => x.Item<float>() })
        {
            Assert.StartsWith(
                "A KerasTensor is symbolic: it's a placeholder for a shape and a dtype, and holds no data. " +
                "Received: <KerasTensor shape=(None, 3)", Refusal.Of(read), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Operators_and_indices_make_nodes()
    {
        var (x, y) = (Keras.Input([4]), Keras.Input([4]));
        var (p, q) = (x > 0, y > 0);
        var i = Keras.Input([4], dtype: DType.Int32);
        Tensor[] made =
        [
            x + y, x - y, x * y, x / y, x % y, -x, x > y, x >= y, x < y, x <= y, p & q, p | q, p ^ q, ~i, x[..2],
            Ops.FloorDivide(x, y), Ops.Power(x, y), Ops.Abs(x), Ops.Round(x), Ops.NotEqual(x, y),
            Ops.Reshape(x, [2, -1]),
        ];
        Assert.All(made, tensor => Assert.NotNull(Assert.IsType<KerasTensor>(tensor).History));
    }

    [Fact]
    public void Equality_is_identity_so_that_it_is_a_key()
    {
        var (x, y) = (Keras.Input([3]), Keras.Input([3]));
        Assert.False(x == y);
        Assert.Equal(1, new Dictionary<KerasTensor, int> { [x] = 1, [y] = 2 }[x]);
        Assert.True(Keras.Utils.IsKerasTensor(x));
        Assert.False(Keras.Utils.IsKerasTensor(Ops.Ones([3])));
    }

    [Fact]
    public void One_made_by_hand_has_no_history_and_begins_a_function()
    {
        var x = new KerasTensor([null, 3]);
        Assert.Null(x.History);
        Assert.Equal([2, 3], new Function(x, x * 2).Apply(Ops.Ones([2, 3])).Value.Shape);
    }

    [Fact]
    public void One_made_by_hand_begins_a_model_as_well()
    {
        var x = new KerasTensor([null, 3], name: "x");
        var model = new Model(x, new Dense(2).Apply(x));
        Assert.Equal([4, 2], model.Apply(Ops.Ones([4, 3])).Shape);
        Assert.Equal("xCLONE", model.Layers[0].Name);
    }

    [Fact]
    public void An_array_beside_it_becomes_a_constant_of_the_node()
    {
        var x = Keras.Input([3]);
        var model = new Model(x, x + new float[] { 1, 2, 3 });
        Assert.Equal([2f, 3f, 4f], model.Apply(Ops.Ones([1, 3])).ToArray<float>());
    }
}
