using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>How a model begins: Keras.Input and its layer.</summary>
public sealed class InputFactsTests
{
    public InputFactsTests() => Keras.ClearSession();

    [Fact]
    public void A_shape_leaves_out_the_batch_axis()
    {
        Assert.Equal(Shape.Create([null, 3]), new InputLayer([3]).BatchShape);
        Assert.Equal(Shape.Create([5, 3]), new InputLayer([3], batchSize: 5).BatchShape);
        Assert.Equal(Shape.Create([null, null, 3]), new InputLayer([null, 3]).BatchShape);
    }

    [Fact]
    public void An_empty_shape_is_one_number_a_sample_and_an_empty_batch_shape_one_number()
    {
        Assert.Equal(Shape.Create([null]), new InputLayer(Shape.Scalar).BatchShape);
        Assert.Equal(Shape.Scalar, new InputLayer(batchShape: Shape.Scalar).BatchShape);
    }

    [Fact]
    public void Axes_of_size_zero_are_allowed_and_negative_ones_are_not()
    {
        Assert.Equal(Shape.Create([0, 0]), new InputLayer([0], batchSize: 0).BatchShape);
        Assert.Equal(
            "Expected axes of 0 or more, or null for an axis of unknown size. Received: -1. (Parameter 'axes')",
            Refusal.Of(() => Keras.Input([-1])));
        Assert.Equal(
            "Expected a batch size of 0 or more, or null for any. Received: batch_size=-2.",
            Refusal.Of(() => Keras.Input([3], batchSize: -2)));
    }

    [Fact]
    public void Of_shape_batch_size_and_batch_shape_the_first_conflict_is_named()
    {
        Assert.Contains(
            "both `shape` and `batch_shape`",
            Refusal.Of(() => new InputLayer([3], batchSize: 2, batchShape: [2, 3])), StringComparison.Ordinal);
        Assert.Contains(
            "both `batch_size` and `batch_shape`",
            Refusal.Of(() => new InputLayer(batchSize: 2, batchShape: [2, 3])), StringComparison.Ordinal);
        Assert.Contains("must pass a `shape`", Refusal.Of(() => Keras.Input()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_dtype_is_floatx_of_the_moment_or_what_was_asked_for()
    {
        Assert.Equal(DType.Float32, Keras.Input([3]).DType);
        Assert.Equal(DType.String, Keras.Input([3], dtype: DType.String).DType);
        Keras.Config.SetFloatx(DType.Float16);
        Assert.Equal(DType.Float16, Keras.Input([3]).DType);
        Keras.Config.SetFloatx(DType.Float32);
    }

    [Fact]
    public void Mixed_precision_leaves_the_input_float32_and_the_next_layer_casts_without_a_node()
    {
        Keras.Config.SetDtypePolicy("mixed_float16");
        var layer = new InputLayer([3], name: "x");
        var model = new Model(layer.Output, new Dense(2, name: "y").Apply(layer.Output));
        Keras.ClearSession();

        Assert.Equal((DType.Float32, DType.Float16), (layer.Output.DType, layer.ComputeDType));
        Assert.Equal(["x", "y"], model.Operations.Select(operation => operation.Name));
        Assert.Equal(DType.Float16, model.Outputs[0].DType);
    }

    [Fact]
    public void The_dtype_of_the_layer_is_the_tensors_not_its_policys()
    {
        var layer = new InputLayer([3], dtype: DType.Int32);
        Assert.Equal(DType.Int32, layer.DType);
        Assert.Equal("float32", layer.DTypePolicy.Name);
    }

    [Fact]
    public void Begins_at_a_tensor_only_where_it_is_symbolic()
    {
        var tensor = new KerasTensor([2, 3], DType.Int32, "t");
        var layer = new InputLayer(inputTensor: tensor, name: "other");

        Assert.Same(tensor, layer.Output);
        Assert.Equal(("other", "t", DType.Int32), (layer.Name, layer.Output.Name, layer.DType));
        Assert.Equal(tensor.Shape, layer.BatchShape);
        Assert.Contains(
            "`input_tensor` must be a KerasTensor", Refusal.Of(() => new InputLayer(inputTensor: Ops.Ones([3]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_a_tensor_that_is_there_must_agree_with_it()
    {
        var tensor = new KerasTensor([2, 3]);
        Assert.Same(tensor, Keras.Input([3], 2, DType.Float32, tensor: tensor));
        Assert.Same(tensor, Keras.Input(batchShape: [2, 3], tensor: tensor));
        foreach (var (argument, make) in new (string, Func<object>)[]
        {
            ("shape", () => Keras.Input([4], tensor: tensor)),
            ("batch_shape", () => Keras.Input(batchShape: [null, 3], tensor: tensor)),
            ("batch_size", () => Keras.Input(batchSize: 3, tensor: tensor)),
            ("batch_size", () => Keras.Input(batchSize: 1, tensor: new KerasTensor(Shape.Scalar))),
            ("dtype", () => Keras.Input(dtype: DType.Int32, tensor: tensor)),
        })
        {
            Assert.Contains(
                $"cannot provide an incompatible `{argument}` argument", Refusal.Of(make), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_new_layer_is_built_has_one_node_and_nothing_to_train()
    {
        var layer = new InputLayer([3], name: "q");

        Assert.True(layer.Built && layer.Trainable && !layer.SupportsMasking);
        Assert.Empty(layer.Weights);
        Assert.Equal(0, layer.CountParams());
        Assert.Null(layer.InputSpec);
        Assert.True(Assert.Single(layer.InboundNodes).IsInput);
        Assert.Equal(0, layer.Input.Count);
        Assert.Equal("<InputLayer name=q, built=True>", layer.ToString());
    }

    [Fact]
    public void The_layer_takes_no_tensors()
    {
        var layer = new InputLayer([3], name: "q");
        const string Said = "InputLayer 'q' is where a model begins: it takes no tensors.";
        Assert.StartsWith(Said, Refusal.Of(() => layer.Apply(Ops.Ones([2, 3]))), StringComparison.Ordinal);
        Assert.StartsWith(Said, Refusal.Of(() => layer.Apply(Keras.Input([3]))), StringComparison.Ordinal);
        Assert.StartsWith(
            Said, Refusal.Of(() => layer.ComputeOutputShape(Shape.Create([2, 3]))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_gives_the_tensor_whose_history_is_the_layer()
    {
        var tensor = Keras.Input([3]);
        var history = tensor.History!.Value;

        Assert.Same(tensor, Assert.IsType<InputLayer>(history.Operation).Output);
        Assert.Equal((0, 0), (history.NodeIndex, history.TensorIndex));
    }

    [Fact]
    public void The_config_holds_the_batch_shape_alone()
    {
        var config = new InputLayer([3], batchSize: 2, name: "x", optional: true).GetConfig();

        Assert.Equal(
            """{"batch_shape":[2,3],"dtype":"float32","sparse":false,"ragged":false,"name":"x","optional":true}""",
            config.ToJsonString());
    }
}
