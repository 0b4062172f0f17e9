using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Which shapes and dtypes a model of a graph takes.</summary>
public sealed class FunctionalShapesTests
{
    public FunctionalShapesTests() => Keras.ClearSession();

    [Fact]
    public void What_is_expected_of_an_input_has_its_name_and_any_batch_size()
    {
        var x = Keras.Input([3], batchSize: 4, name: "x", optional: true);
        var spec = Assert.Single(new Model(x, x + 1).InputSpec!);
        Assert.Equal((Shape.Create([null, 3]), "x", true, true), (spec.Shape!, spec.Name, spec.Optional,
            spec.AllowLastAxisSqueeze));
        Assert.Null(spec.DType);
    }

    [Fact]
    public void A_batch_size_is_not_enforced()
    {
        var x = Keras.Input([3], batchSize: 4);
        var model = new Model(x, x + 1);
        Assert.Equal([2, 3], model.Apply(Ops.Ones([2, 3])).Shape);
        Assert.Equal([2, 3], model.Predict(Ops.Ones([2, 3]), verbose: 0).Value.Shape);
    }

    [Fact]
    public void A_wrong_axis_is_named_with_the_input_and_the_model() => Assert.Equal(
        "Input 0 with name 'input_layer' of layer 'functional' is incompatible with the layer: expected " +
        "shape=(None, 3), found shape=(2, 4)", Refusal.Of(() => Doubles([3]).Apply(Ops.Ones([2, 4]))));

    [Fact]
    public void In_a_sequential_the_first_layer_says_it() => Assert.Equal(
        "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of input shape " +
        "to have value 3, but received input with shape (2, 4)",
        Refusal.Of(() => new Sequential([Keras.Input([3]), new Dense(2)]).Apply(Ops.Ones([2, 4]))));

    [Theory]
    [InlineData(new[] { 3 }, new[] { 2, 3, 1 }, new[] { 2, 3 })]
    [InlineData(new[] { 3, 1 }, new[] { 2, 3 }, new[] { 2, 3, 1 })]
    [InlineData(new[] { 1 }, new[] { 5 }, new[] { 5, 1 })]
    [InlineData(new int[0], new[] { 5 }, new[] { 5 })]
    [InlineData(new int[0], new[] { 5, 1 }, new[] { 5 })]
    public void A_last_axis_of_size_one_comes_and_goes(int[] declared, int[] given, int[] expected)
    {
        var model = Doubles(Known(declared));
        Assert.Equal(Known(expected), model.Apply(Ops.Ones(Known(given))).Shape);
        Assert.Equal(Known(expected), model.Apply(Keras.Input(batchShape: Known(given))).Shape);
    }

    [Fact]
    public void Another_rank_is_named_with_the_inputs_tensor_and_its_path()
    {
        Assert.Equal(
            "Functional 'functional': Invalid input shape for input float32(2, 3, 4) with name 'x' and path ''. " +
            "Expected shape (None, 3), but input has incompatible shape (2, 3, 4)",
            Refusal.Of(() => Doubles([3], "x").Apply(Ops.Ones([2, 3, 4]))));
        var y = Keras.Input([3], name: "y");
        var nested = new Model(Nested.List<Tensor>([Nested.Dictionary<Tensor>([new("foo", y)])]), y * 2);
        Assert.Contains(
            "with name 'y' and path '0.foo'",
            Refusal.Of(() => nested.Apply(
                Nested.List<Tensor>([Nested.Dictionary<Tensor>([new("foo", Ops.Ones([2, 3, 4]))])]))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DType.Int32, DType.Float32)]
    [InlineData(DType.Float64, DType.Float32)]
    [InlineData(DType.Bool, DType.Float32)]
    [InlineData(DType.Float32, DType.Float16)]
    public void Data_and_symbols_are_cast_to_the_inputs_dtype(DType given, DType declared)
    {
        var x = Keras.Input([3], dtype: declared);
        var model = new Model(x, new Identity().Apply(x));
        var expected = new Identity().Apply(Ops.Ones([2, 3], declared)).DType;
        Assert.Equal(expected, model.Apply(Ops.Ones([2, 3], given)).DType);
        Assert.Equal(expected, model.Apply(Keras.Input([3], dtype: given)).DType);
    }

    [Fact]
    public void Fractions_are_cut_off_for_an_input_of_integers()
    {
        var x = Keras.Input([1], dtype: DType.Int32);
        Assert.Equal([1], new Model(x, x * 1).Apply(new float[,] { { 1.7f } }).ToArray<int>());
    }

    [Fact]
    public void Another_batch_size_is_inferred()
    {
        var x = Keras.Input([3]);
        var model = new Model(x, new Dense(2).Apply(x));
        Assert.Equal([7, 2], model.Apply(Keras.Input(batchShape: [7, 3])).Shape);
        Assert.Equal([7, 2], model.ComputeOutputShape(Shape.Create([7, 3])).Value);
        Assert.Contains(
            "expected shape=(None, 3)", Refusal.Of(() => model.ComputeOutputShape(Shape.Create([7, 4]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_axes_go_with_anything_and_what_is_expected_can_be_set()
    {
        var model = Doubles([null]);
        Assert.Equal([2, 9], model.Apply(Ops.Ones([2, 9])).Shape);
        model.InputSpec = [new InputSpec(shape: [null, 5], name: "x")];
        Assert.Contains(
            "expected shape=(None, 5), found shape=(2, 9)", Refusal.Of(() => model.Apply(Ops.Ones([2, 9]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_goes_through_a_model_to_the_layer_that_reads_it()
    {
        var ids = Keras.Input([3], dtype: DType.Int32);
        var vectors = Keras.Input([null, 2]);
        var reads = new Model(vectors, new LSTM(2).Apply(vectors));
        var embedding = new Embedding(5, 2, maskZero: true);
        var masked = new Model(ids, reads.Apply(embedding.Apply(ids)));
        var unmasked = new Model(ids, reads.Apply(embedding.Apply(ids) * 1));
        Tensor padded = new[,] { { 1, 2, 0 } };

        Assert.NotEqual(unmasked.Apply(padded).ToArray<float>(), masked.Apply(padded).ToArray<float>());
        Assert.Equal(
            reads.Apply(embedding.Apply(new[,] { { 1, 2 } }) * 1).ToArray<float>(),
            masked.Apply(padded).ToArray<float>());
    }

    [Fact]
    public void What_the_graph_says_of_training_wins_over_the_caller()
    {
        var x = Keras.Input([100]);
        var always = new Model(x, new Dropout(0.5).Apply(x, training: true));
        var never = new Model(x, new Dropout(0.5).Apply(x, training: false));
        var asTold = new Model(x, new Dropout(0.5).Apply(x));
        var data = Ops.Ones([1, 100]);
        Assert.Contains(0f, always.Apply(data, training: false).ToArray<float>());
        Assert.DoesNotContain(0f, never.Apply(data, training: true).ToArray<float>());
        Assert.Contains(0f, asTold.Apply(data, training: true).ToArray<float>());
        Assert.DoesNotContain(0f, asTold.Apply(data).ToArray<float>());
    }

    private static Model Doubles(Shape shape, string? name = null)
    {
        var x = Keras.Input(shape, name: name);
        return new Model(x, x * 2);
    }

    private static Shape Known(int[] axes) => Shape.Create([.. axes.Select(axis => (int?)axis)]);
}
