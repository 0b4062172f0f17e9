namespace Hornet.Tests;

/// <summary>In which structures a model of a graph takes its inputs.</summary>
public sealed class FunctionalStructureTests
{
    private readonly KerasTensor _a;
    private readonly KerasTensor _b;

    public FunctionalStructureTests()
    {
        Keras.ClearSession();
        (_a, _b) = (Keras.Input([2], name: "a"), Keras.Input([2], name: "b"));
    }

    private static Tensor One => Ops.Ones([1, 2]);

    private static Tensor Two => Ops.Full([1, 2], 2f);

    private static Dictionary<string, Tensor> Both => new() { ["b"] = Two, ["a"] = One };

    [Fact]
    public void A_list_model_takes_a_dictionary_of_names_and_drops_other_keys()
    {
        var model = new Model([_a, _b], _a - _b);
        Assert.Empty(Refusal.Warnings(() =>
        {
            Assert.Equal(-1f, First(model.Apply([One, Two])));
            Assert.Equal(-1f, First(model.Apply(Both)));
            Assert.Equal(-1f, First(model.Apply(new Dictionary<string, Tensor>(Both) { ["c"] = One })));
        }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_missing_key_is_named_with_those_that_were_expected(bool isDictionary)
    {
        Nested<Tensor> inputs = isDictionary ? new Dictionary<string, Tensor> { ["a"] = _a, ["b"] = _b } : [_a, _b];
        Assert.Equal(
            "Functional 'functional': Missing data for input \"a\". You passed a data dictionary with keys ['b']. " +
            "Expected the following keys: ['a', 'b']",
            Refusal.Of(() => new Model(inputs, _a - _b).Apply(new Dictionary<string, Tensor> { ["b"] = One })));
    }

    [Fact]
    public void A_dictionary_model_takes_a_list_with_a_warning_where_its_keys_are_sorted()
    {
        var model = new Model(new Dictionary<string, Tensor> { ["a"] = _a, ["b"] = _b }, _a - _b);
        var warning = Assert.Single(Refusal.Warnings(() => Assert.Equal(-1f, First(model.Apply([One, Two])))));
        Assert.Equal(
            "The structure of `inputs` doesn't match the expected structure.\nExpected: {'a': a, 'b': b}\n" +
            "Received: inputs=[Tensor(shape=(1, 2)), Tensor(shape=(1, 2))]", warning);
    }

    [Fact]
    public void A_dictionary_model_refuses_a_list_where_its_keys_are_not_sorted() => Assert.StartsWith(
        "Functional 'functional': The structure of `inputs` doesn't match the expected structure.",
        Refusal.Of(() => new Model(
            new Dictionary<string, Tensor> { ["b"] = _b, ["a"] = _a }, _a - _b).Apply([One, Two])),
        StringComparison.Ordinal);

    [Fact]
    public void A_key_too_many_is_warned_of_and_ignored()
    {
        var model = new Model(new Dictionary<string, Tensor> { ["a"] = _a, ["b"] = _b }, _a - _b);
        var given = new Dictionary<string, Tensor>(Both) { ["c"] = One };
        Assert.Single(Refusal.Warnings(() => Assert.Equal(-1f, First(model.Apply(given)))));
    }

    [Fact]
    public void A_model_of_one_input_takes_a_list_or_a_dictionary_of_it_with_a_warning()
    {
        var model = new Model(_a, _a + 1);
        Assert.Single(Refusal.Warnings(() => Assert.Equal(2f, First(model.Apply(Nested.List<Tensor>([One]))))));
        var named = new Dictionary<string, Tensor> { ["a"] = One };
        Assert.Single(Refusal.Warnings(() => Assert.Equal(2f, First(model.Apply(named)))));
        Assert.StartsWith(
            "Functional 'functional': Missing data for input \"a\".",
            Refusal.Of(() => model.Apply(new Dictionary<string, Tensor> { ["y"] = One })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_a_list_of_one_input_takes_the_tensor_without_a_warning()
    {
        var model = new Model(Nested.List<Tensor>([_a]), _a + 1);
        Assert.Empty(Refusal.Warnings(() => Assert.Equal(2f, First(model.Apply(One)))));
    }

    [Fact]
    public void A_wrong_number_of_inputs_is_said_with_their_names() => Assert.StartsWith(
        "Layer \"functional\" expects 2 named input(s) with keys ['a', 'b'], but it received 1 input tensors.",
        Refusal.Of(() => new Model([_a, _b], _a - _b).Apply(One)), StringComparison.Ordinal);

    [Fact]
    public void Nested_dictionaries_work_for_data_and_for_symbols()
    {
        var inputs = Nested.Dictionary<Tensor>([new("p", Nested.Dictionary<Tensor>([new("a", _a)])), new("b", _b)]);
        var model = new Model(inputs, _a - _b);
        Assert.Null(model.InputSpec);
        Assert.Equal(-1f, First(model.Apply(Given(One, Two))));
        Assert.Equal([null, 2], model.Apply(Given(Keras.Input([2]), Keras.Input([2]))).Shape);

        static Nested<Tensor> Given(Tensor a, Tensor b) =>
            Nested.Dictionary<Tensor>([new("p", Nested.Dictionary<Tensor>([new("a", a)])), new("b", b)]);
    }

    [Fact]
    public void Predict_takes_lists_and_dictionaries_alike()
    {
        var model = new Model([_a, _b], _a - _b);
        Assert.Equal(-1f, First(model.Predict([One, Two], verbose: 0).Value));
        Assert.Equal(-1f, First(model.Predict(Both, verbose: 0).Value));
    }

    [Fact]
    public void Inputs_without_names_are_called_by_their_layers_or_their_tensors_names()
    {
        var (x, y) = (Keras.Input([2]), Keras.Input([2]));
        var model = new Model([x, y], x - y);
        Assert.Equal(-1f, First(model.Apply(
            new Dictionary<string, Tensor> { ["input_layer"] = One, ["input_layer_1"] = Two })));
        Assert.Equal(-1f, First(model.Apply(
            new Dictionary<string, Tensor> { [x.Name] = One, [y.Name] = Two })));
    }

    [Fact]
    public void An_input_that_begins_at_a_tensor_answers_to_the_layers_name_and_to_the_tensors()
    {
        var x = Keras.Input(tensor: new KerasTensor([null, 2], name: "foo"), name: "bar");
        var model = new Model(Nested.List<Tensor>([x]), x + 1);
        Assert.Equal(2f, First(model.Apply(new Dictionary<string, Tensor> { ["bar"] = One })));
        Assert.Equal(2f, First(model.Apply(new Dictionary<string, Tensor> { ["foo"] = One })));
    }

    private static float First(Tensor tensor) => tensor.ToArray<float>()[0];
}
