using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>What a layer says of inputs that do not fit.</summary>
public sealed class LayerInputFactsTests
{
    public LayerInputFactsTests() => Keras.ClearSession();

    [Fact]
    public void The_shape_of_a_specification_sets_the_rank() =>
        Assert.Equal(2, new InputSpec(shape: [null, 3]).Ndim);

    [Fact]
    public void A_wrong_rank_is_named_with_the_layer() => Assert.Equal(
        "Input 0 with name 'None' of layer 'conv2d' is incompatible with the layer: expected min_ndim=4, found " +
        "ndim=3. Full shape received: (None, 5, 5)",
        Refusal.Of(() => new Conv2D(2, 3).Apply(Keras.Input([5, 5]))));

    [Fact]
    public void A_wrong_axis_is_named_with_the_layer()
    {
        var layer = new Dense(2);
        layer.Apply(Keras.Input([3]));
        Assert.Equal(
            "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of input " +
            "shape to have value 3, but received input with shape (None, 4)",
            Refusal.Of(() => layer.Apply(Keras.Input([4]))));
    }

    [Fact]
    public void A_wrong_dtype_is_named_with_the_layer()
    {
        var layer = new Identity(name: "same") { InputSpec = [new InputSpec(dtype: DType.Int32)] };
        Assert.Equal(
            "Input 0 with name 'None' of layer 'same' is incompatible with the layer: expected dtype=int32, found " +
            "dtype=float32",
            Refusal.Of(() => layer.Apply(Ops.Ones([2]))));
    }

    [Fact]
    public void The_dtype_that_is_looked_at_is_that_after_the_cast()
    {
        var layer = new Identity { InputSpec = [new InputSpec(dtype: DType.Float32)] };
        Assert.Equal(DType.Float32, layer.Apply(Ops.Cast(Ops.Ones([2]), DType.Float16)).DType);
    }

    [Fact]
    public void A_missing_input_is_named_with_the_layer()
    {
        var layer = new Dense(2, name: "d");
        layer.Apply(Ops.Ones([1, 3]));
        Assert.Equal(
            "Inputs to a layer should be tensors. Received: null as input 0 of layer 'd'.",
            Refusal.Of(() => layer.Apply((Tensor)null!)));
    }

    [Fact]
    public void Nothing_at_all_is_named_with_the_layer_that_is_not_built_either() => Assert.StartsWith(
        "Inputs to a layer should be tensors. Received: null as input 0 of layer 'd'.",
        Refusal.Of(() => new Dense(2, name: "d").Apply((Tensor)null!)), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_last_axis_makes_no_kernel() => Assert.StartsWith(
        "Dense 'dense': Shapes used to initialize variables must be fully-defined (no None dimensions). Received: " +
        "shape=(None, 2) for variable path='dense/kernel'",
        Refusal.Of(() => new Dense(2).Apply(Keras.Input([null]))), StringComparison.Ordinal);

    [Fact]
    public void Several_tensors_are_too_many_for_a_layer_of_one()
    {
        var message = Refusal.Of(() => new Dense(2, name: "d").Apply([Ops.Ones([1, 3]), Ops.Ones([1, 3])]));
        Assert.Contains("'d'", message.Replace('"', '\''), StringComparison.Ordinal);
        Assert.Contains("2", message, StringComparison.Ordinal);
    }
}
