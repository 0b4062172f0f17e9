using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>What everyone gets wrong once, and what is said then.</summary>
public sealed class BadInputTests
{
    private const string Disposed =
        "This tensor was disposed, or freed at the end of the TensorScope it was made in. Use it before, or " +
        "keep it with TensorScope.Keep.";

    private const string Ended = "A tensor float32(None, 3) of another trace, or of one that has ended, reached this " +
        "one. Return it from the traced computation instead of keeping it in a field.";

    private readonly KerasTensor _x = Keras.Input([3], name: "x");
    private readonly Model _model;

    public BadInputTests()
    {
        _model = new Model(_x, new Dense(2, name: "d").Apply(_x), name: "m");
        _model.Compile("sgd", "mse");
    }

    private static Tensor Data => Ops.Ones([4, 3]);

    [Fact]
    public void A_wrong_rank() => Assert.Equal(
        "Functional 'm': Invalid input shape for input float32(4, 3, 3) with name 'x' and path ''. Expected shape " +
        "(None, 3), but input has incompatible shape (4, 3, 3)", Refusal.Of(() => Fit(Ops.Ones([4, 3, 3]), 2)));

    [Fact]
    public void A_wrong_axis() => Assert.Equal(
        "Input 0 with name 'x' of layer 'm' is incompatible with the layer: expected shape=(None, 3), found " +
        "shape=(4, 5)",
        Refusal.Of(() => Fit(Ops.Ones([4, 5]), 2)));

    [Fact]
    public void A_wrong_dtype() => Assert.Equal(
        "Functional 'm': Cast: expected a tensor of numbers. Received: x=string(1, 3).",
        Refusal.Of(() => _model.Apply(new string[,] { { "a", "b", "c" } })));

    [Fact]
    public void A_layer_inside_a_model_that_does_not_fit_is_the_one_that_is_named() => Assert.Equal(
        "Multiplies 'inner': Matmul: expected tensors of at least 1 axis whose inner axes (the last of x1, the last " +
        "but one of x2) are equal and whose outer axes broadcast. Received: x1=float32(4, 3), x2=float32(4, 4).",
        Refusal.Of(() => new Sequential([new Sequential([new Multiplies("inner")])]).Apply(Data)));

    [Fact]
    public void A_graph_that_is_not_connected()
    {
        var stale = Keras.Input([3], name: "stale");
        var y = new Dense(2, name: "e").Apply(stale);
        Assert.Equal(
            $"Output with path '' is not connected to the inputs: {y} depends on a tensor that is not among them. " +
            "Add that tensor to the inputs.", Refusal.Of(() => new Model(_x, y)));
    }

    [Fact]
    public void A_symbol_of_another_graph_in_place_of_data() => Assert.Equal(
        $"Expected data: arrays, or tensors that hold some. Received: {_x}.",
        Refusal.Of(() => _model.Predict(_x, verbose: 0)));

    [Fact]
    public void A_key_that_is_missing() => Assert.Equal(
        "Functional 'm': Missing data for input \"x\". You passed a data dictionary with keys ['z']. Expected the " +
        "following keys: ['x']",
        Refusal.Of(() => _model.Predict(new Dictionary<string, Tensor> { ["z"] = Data }, verbose: 0)));

    [Fact]
    public void Targets_of_another_shape() => Assert.Equal(
        "Output 'd': MeanSquaredError: expected targets of the shape of the predictions. Received: yTrue of shape " +
        "(4, 3) and yPred of shape (4, 2).", Refusal.Of(() => Fit(Data, 3)));

    [Fact]
    public void Several_targets_for_one_output() => Assert.Equal(
        "Output 'd': expected one target. Received: [float32(4, 2), float32(4, 2)].",
        Refusal.Of(() => _model.Fit(Data, new[] { Ops.Ones([4, 2]), Ops.Ones([4, 2]) }, verbose: 0)));

    [Fact]
    public void No_targets()
    {
        const string Said = "a loss but no target. Pass targets y with one entry for each output.";
        Assert.Equal($"There is {Said}", Refusal.Of(() => _model.Fit(Data, verbose: 0)));
        Fit(Data, 2);
        Assert.Equal($"Output 'd' has {Said}", Refusal.Of(() => _model.Fit(Data, verbose: 0)));
    }

    [Fact]
    public void Targets_of_n_beside_predictions_of_n_by_1_are_never_n_by_n()
    {
        Tensor flat = new[] { 0f, 1f, 2f, 3f }, column = new[,] { { 0f }, { 1f }, { 2f }, { 3f } };
        Assert.Equal(0f, new Hornet.Losses.MeanSquaredError().Apply(flat, column).Item<float>());
        Assert.Equal(0f, new Hornet.Losses.MeanAbsoluteError().Apply(column, flat).Item<float>());
        var x = Keras.Input([1]);
        var same = new Model(x, new Identity().Apply(x));
        same.Compile("sgd", "mse", metrics: ["mae"]);
        var logs = same.Evaluate(column, flat, verbose: 0);
        Assert.Equal((0, 0), (logs["loss"], logs["mae"]));
    }

    [Fact]
    public void Negative_sizes()
    {
        Assert.Equal(
            "Expected axes of 0 or more, or null for an axis of unknown size. Received: -3. (Parameter 'axes')",
            Refusal.Of(() => Keras.Input([-3])));
        Assert.StartsWith(
            "units ('-1') must be a non-negative and non-zero value.", Refusal.Of(() => new Dense(-1)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_learn_from()
    {
        const string Said = "Expected at least one batch of data. Received: none. Check that the arrays are not " +
            "empty, or that the sequence of batches is not used up.";
        Assert.Equal(Said, Refusal.Of(() => Fit(Ops.Ones([0, 3]), 2, samples: 0)));
        Assert.Equal(Said, Refusal.Of(() => _model.Evaluate(Ops.Ones([0, 3]), Ops.Ones([0, 2]), verbose: 0)));
        Assert.Equal(
            "Expected at least one batch of data to predict from. Received: none.",
            Refusal.Of(() => _model.Predict(Ops.Ones([0, 3]), verbose: 0)));
        Assert.Equal([0, 2], _model.Apply(Ops.Ones([0, 3])).Shape);
    }

    [Fact]
    public void An_index_out_of_range()
    {
        Assert.Equal(
            "GetItem: expected indices of axis 0 of size 3 (from -3 to 2). Received: 5.",
            Refusal.Of(() => Ops.Ones([3])[5]));
        Assert.Equal(
            "Functional 'm' has 2 layers. Received: index=9. (Parameter 'index')",
            Refusal.Of(() => _model.GetLayer(9)));
    }

    [Fact]
    public void An_index_out_of_range_inside_a_tensor_gives_no_number_as_on_JAX() => Assert.All(
        new Embedding(5, 2).Apply(new[] { 7, -7 }).ToArray<float>(), number => Assert.True(float.IsNaN(number)));

    [Fact]
    public void A_tensor_after_its_disposal()
    {
        var gone = (EagerTensor)Ops.Ones([4, 3]);
        gone.Dispose();
        foreach (var use in new Action[]
        {
            () => _model.Apply(gone), () => _model.Predict(gone, verbose: 0), () => _ = gone + 1, () => gone.ToArray(),
            () => _model.Fit(gone, Ops.Ones([4, 2]), verbose: 0),
        })
        {
            Assert.StartsWith(Disposed, Assert.Throws<ObjectDisposedException>(use).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Object", ". Convert its elements first.")]
    [InlineData("DateTime", ". Convert its elements first.")]
    [InlineData("Decimal", ". Convert its elements first.")]
    [InlineData("Single[]", ". Make it rectangular: float[,] instead of float[][].")]
    public void Arrays_of_no_numbers(string element, string advice)
    {
        Array[] arrays = [new object[] { 1 }, new DateTime[1, 3], new decimal[1, 3], new float[][] { [1, 2], [1] }];
        var array = arrays.Single(each => each.GetType().GetElementType()!.Name == element);
        Assert.Equal(
            "Expected an array of float, double, Half, int, long, short, sbyte, byte, ushort, uint, ulong, bool, " +
            $"Complex or string. Received: an array of {element}{advice}",
            Refusal.Of(() => _model.Apply(array)).Replace(" (Parameter 'array')", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tensor_that_was_kept_from_a_trace()
    {
        Tensor? kept = null;
        new Keeps(tensor => kept = tensor).Apply(_x);
        Assert.Equal(Ended, Refusal.Of(() => kept! + 1));
        Assert.Equal(Ended, Refusal.Of(() => _x + kept!));
        Assert.Equal($"Dense 'd': {Ended}", Refusal.Of(() => _model.Apply(kept!)));
        Assert.Equal(
            "This tensor float32(None, 3) was a value inside a computation that was traced, which has ended: it " +
            "never had data. Return it from the traced computation instead of keeping it in a field.",
            Refusal.Of(() => kept!.ToArray()));
    }

    [Fact]
    public void A_tensor_that_is_read_inside_a_trace() => Assert.Equal(
        "Keeps 'keeps': This tensor float32(None, 3) is a value inside a computation that is being traced: it has no " +
        "data yet. Compute with Ops instead of reading the data, or run eagerly (runEagerly: true; " +
        "without Keras.Jit).",
        Refusal.Of(() => new Keeps(tensor => tensor.ToArray()).Apply(_x)));

    [Fact]
    public void Weights_that_do_not_fit()
    {
        Assert.Equal(
            "Layer 'm': expected shape (3, 2) for weight 'd/kernel'. Received: (2, 2).",
            Refusal.Of(() => Set(Ops.Ones([2, 2]), Ops.Ones([2]))));
        Assert.Equal(
            "Layer 'm': expected shape (3, 2) for weight 'd/kernel'. Received: null.",
            Refusal.Of(() => Set(null!, Ops.Ones([2]))));
        Assert.Equal(
            "Layer 'm': expected 2 weights. Received: 1. (Parameter 'weights')", Refusal.Of(() => Set(Ops.Ones([2]))));
    }

    private object? Set(params Tensor[] weights)
    {
        _model.SetWeights(weights);
        return null;
    }

    private object? Fit(Tensor x, int targets, int samples = 4) =>
        _model.Fit(x, Ops.Ones([samples, targets]), verbose: 0);

    private sealed class Keeps(Action<Tensor> keep) : Layer("keeps")
    {
        protected override Tensor Call(Tensor x, CallContext context)
        {
            keep(x);
            return x + 1;
        }
    }

    private sealed class Multiplies(string name) : Layer(name)
    {
        protected override Tensor Call(Tensor x, CallContext context) => Ops.Matmul(x, Ops.Ones([4, 4]));
    }
}
