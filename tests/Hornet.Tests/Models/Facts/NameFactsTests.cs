using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>What operations, tensors and models are called.</summary>
public sealed class NameFactsTests
{
    public NameFactsTests() => Keras.ClearSession();

    [Fact]
    public void Layers_and_tensors_are_counted_apart()
    {
        KerasTensor[] inputs = [Keras.Input([3]), Keras.Input([3])];

        Assert.Equal(["input_layer", "input_layer_1"], inputs.Select(Layer));
        Assert.Equal(["keras_tensor", "keras_tensor_1"], inputs.Select(input => input.Name));
        Assert.Equal("keras_tensor_2", Symbolic(new Dense(2).Apply(inputs[0])).Name);
    }

    [Fact]
    public void A_name_is_the_layers_and_the_tensors()
    {
        var input = Keras.Input([3], name: "x");
        Assert.Equal(("x", "x"), (Layer(input), input.Name));
    }

    [Fact]
    public void A_name_holds_no_slash() => Assert.Contains(
        "a name without the character '/'", Refusal.Of(() => Keras.Input([3], name: "a/b")), StringComparison.Ordinal);

    [Fact]
    public void A_given_name_is_not_counted()
    {
        Keras.Input([3], name: "input_layer");
        Assert.Equal("input_layer", Layer(Keras.Input([3])));
    }

    [Fact]
    public void A_name_used_twice_is_refused_where_both_meet_in_one_model()
    {
        var (a, b) = (Keras.Input([3], name: "x"), Keras.Input([3], name: "x"));

        Assert.StartsWith(
            "The name \"x\" is used 2 times in the model. All operation names should be unique",
            Refusal.Of(() => new Model([a, b], a + b)), StringComparison.Ordinal);
        Assert.Equal("x", new Model(a, new Dense(2).Apply(a)).Layers[0].Name);
    }

    [Fact]
    public void A_new_session_counts_from_the_start()
    {
        Keras.Input([3]);
        Keras.ClearSession();
        Assert.Equal("input_layer", Layer(Keras.Input([3])));
    }

    [Fact]
    public void Operators_make_operations_named_by_the_same_rule()
    {
        var x = Keras.Input([3]);
        Tensor[] made = [x + 1, x + 2, x * x, x[0], Ops.Relu(x)];
        Assert.Equal(
            ["add", "add_1", "multiply", "get_item", "relu"],
            made.Select(tensor => Symbolic(tensor).History!.Value.Operation.Name));
    }

    [Fact]
    public void Models_are_named_by_their_kind()
    {
        var x = Keras.Input([3]);
        Assert.Equal("functional", new Model(x, x + 1).Name);
        Assert.Equal(["sequential", "sequential_1"], new[] { new Sequential(), new Sequential() }.Select(m => m.Name));
    }

    [Fact]
    public void The_input_that_a_sequential_makes_is_called_input_layer()
    {
        var model = new Sequential([new Dense(2, name: "first") { InputShape = [3] }]);
        Assert.Equal("input_layer", Layer(model.Inputs[0]));
    }

    [Fact]
    public void A_model_inside_another_may_use_a_name_again()
    {
        var inner = Keras.Input([3], name: "x");
        var outer = Keras.Input([3], name: "x");
        var model = new Model(outer, new Model(inner, inner * 2, name: "inner").Apply(outer));
        Assert.Equal([2, 3], model.Apply(Ops.Ones([2, 3])).Shape);
    }

    private static string Layer(KerasTensor tensor) => tensor.History!.Value.Operation.Name;

    private static KerasTensor Symbolic(Tensor tensor) => Assert.IsType<KerasTensor>(tensor);
}
