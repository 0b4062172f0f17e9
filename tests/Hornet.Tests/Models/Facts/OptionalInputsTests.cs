using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Inputs that may be left out.</summary>
public sealed class OptionalInputsTests
{
    private readonly KerasTensor _a = Keras.Input([2], name: "a");
    private readonly KerasTensor _b = Keras.Input([2], name: "b", optional: true);

    private static Tensor One => Ops.Ones([1, 2]);

    [Fact]
    public void Null_reaches_the_layer_that_takes_it()
    {
        var model = new Model([_a, _b], new AddsWhatIsThere().Apply([_a, _b]));
        Assert.Equal(2f, First(model.Apply([One, One])));
        Assert.Equal(1f, First(model.Apply([One, null!])));
        Assert.Equal(1f, First(model.Apply(new Dictionary<string, Tensor?> { ["a"] = One, ["b"] = null }!)));
    }

    [Fact]
    public void Null_is_refused_for_an_input_that_is_not_optional()
    {
        const string Said = "The input 'a' of Functional 'm' is not optional, but null was passed. Give it a tensor, " +
            "or make it optional: Keras.Input(..., optional: true).";
        var pair = new Model([_a, _b], new AddsWhatIsThere().Apply([_a, _b]), name: "m");
        var single = new Model(_a, _a + 1, name: "m");
        var named = new Dictionary<string, Tensor?> { ["a"] = null, ["b"] = One };
        Assert.Equal(Said, Refusal.Of(() => pair.Apply([null!, One])));
        Assert.Equal(Said, Refusal.Of(() => pair.Apply(named!)));
        Assert.Equal(Said, Refusal.Of(() => single.Apply((Tensor)null!)));
        Assert.Equal(Said, Refusal.Of(() => single.Apply(null!)));
        Assert.StartsWith(
            "Expected at least one array of samples in x. Received: None.",
            Refusal.Of(() => single.Predict((Tensor)null!, verbose: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_an_optional_input_must_be_there()
    {
        var model = new Model(
            new Dictionary<string, Tensor> { ["a"] = _a, ["b"] = _b }, new AddsWhatIsThere().Apply([_a, _b]),
            name: "m");
        Assert.Equal(1f, First(model.Apply(new Dictionary<string, Tensor?> { ["a"] = One, ["b"] = null }!)));
        Assert.StartsWith(
            "Functional 'm': Missing data for input \"b\".",
            Refusal.Of(() => model.Apply(new Dictionary<string, Tensor> { ["a"] = One })), StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_and_fit_leave_it_out_too()
    {
        var sum = new AddsWhatIsThere().Apply([_a, _b]);
        var model = new Model([_a, _b], new Dense(1).Apply(sum));
        Assert.Equal([1, 1], model.Predict([One, null!], verbose: 0).Value.Shape);
        model.Compile("sgd", "mse");
        var history = model.Fit([Ops.Ones([4, 2]), null!], Ops.Ones([4, 1]), verbose: 0);
        Assert.Single(history.Values("loss"));
        Assert.True(double.IsFinite(model.Evaluate([Ops.Ones([4, 2]), null!], Ops.Ones([4, 1]), verbose: 0)["loss"]));
    }

    [Fact]
    public void An_op_takes_no_null_and_says_so() => Assert.Equal(
        "Functional 'm': Add takes tensors, none of which may be left out. Received: float32(1, 2), null. (Parameter " +
        "'inputs')",
        Refusal.Of(() => new Model([_a, _b], _a + _b, name: "m").Apply([One, null!])));

    [Fact]
    public void In_a_sequential_the_first_layer_refuses_it() => Assert.Contains(
        "of layer 'd'",
        Refusal.Of(() => new Sequential([_b, new Dense(2, name: "d")]).Apply((Tensor)null!)), StringComparison.Ordinal);

    [Fact]
    public void The_layer_the_specification_and_the_config_say_that_it_is_optional()
    {
        var layer = Assert.IsType<InputLayer>(_b.History!.Value.Operation);
        Assert.True(layer.Optional);
        Assert.True((bool)layer.GetConfig()["optional"]!);
        Assert.Equal([false, true], new Model([_a, _b], _a + _b).InputSpec!.Select(spec => spec.Optional));
        Assert.False(new InputLayer([2]).Optional);
    }

    [Fact]
    public void A_list_with_null_is_a_list_with_a_place_left_out()
    {
        Nested<Tensor> list = [null!, One];
        Assert.Equal(2, list.Count);
        Assert.Null(list[0].Value);
        Assert.Null(list.Flatten()[0]);
    }

    [Fact]
    public void A_layer_without_a_specification_is_named_too() => Assert.Contains(
        "TakesOne 'same'", Refusal.Of(() => new TakesOne("same").Apply([null!, One])), StringComparison.Ordinal);

    private static float First(Tensor tensor) => tensor.ToArray<float>()[0];

    private sealed class AddsWhatIsThere : Layer
    {
        protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context) =>
            inputs.Flatten().Where(tensor => tensor is not null).Aggregate((sum, tensor) => sum + tensor);
    }

    private sealed class TakesOne(string name) : Layer(name)
    {
        protected override Tensor Call(Tensor x, CallContext context) => x;
    }
}
