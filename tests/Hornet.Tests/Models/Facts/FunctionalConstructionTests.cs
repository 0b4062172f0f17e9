using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Which graphs are models.</summary>
public sealed class FunctionalConstructionTests
{
    public FunctionalConstructionTests() => Keras.ClearSession();

    [Fact]
    public void A_model_keeps_the_structure_of_its_inputs_and_outputs()
    {
        var (a, b) = (Keras.Input([3], name: "a"), Keras.Input([3], name: "b"));
        Nested<Tensor> inputs = Nested.Dictionary<Tensor>([new("b", b), new("a", a)]);
        Nested<Tensor> outputs = [a + b, Nested.List<Tensor>([a * b])];
        var model = new Model(inputs, outputs);

        Assert.Equal(["b", "a"], model.Input.Keys);
        Assert.Equal([a, b], model.Inputs);
        Assert.Equal(2, model.Outputs.Count);
        Assert.Equal([[null, 3], [null, 3]], model.InputShape.Flatten());
        Assert.True(model.OutputShape.IsList);
    }

    [Fact]
    public void One_input_has_one_shape_in_a_list_too()
    {
        var x = Keras.Input([3]);
        Assert.Equal([null, 3], new Model([x], x + 1).InputShape.Value);
    }

    [Fact]
    public void What_is_not_symbolic_is_refused()
    {
        var x = Keras.Input([3]);
        Assert.StartsWith(
            "All inputs values must be KerasTensors, which begin with Keras.Input. Received:",
            Refusal.Of(() => new Model(Ops.Ones([2, 3]), x)), StringComparison.Ordinal);
        Assert.StartsWith(
            "All outputs values must be KerasTensors", Refusal.Of(() => new Model(x, Ops.Ones([2, 3]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "the invalid value null", Refusal.Of(() => new Model([x, null!], x)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_input_and_no_output_are_refused()
    {
        var x = Keras.Input([3]);
        Assert.StartsWith(
            "Expected at least one tensor in inputs.", Refusal.Of(() => new Model(Nested.List<Tensor>([]), x)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Expected at least one tensor in outputs.", Refusal.Of(() => new Model(x, Nested.List<Tensor>([]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_does_not_come_from_the_inputs_is_named_by_its_path()
    {
        var (x, other) = (Keras.Input([3]), Keras.Input([3], name: "other"));
        Assert.StartsWith(
            "Output with path '' is not connected to the inputs:",
            Refusal.Of(() => new Model(x, other + 1)), StringComparison.Ordinal);
        Assert.StartsWith(
            "Output with path 'y.0' is not connected to the inputs:",
            Refusal.Of(() => new Model(x, Nested.Dictionary<Tensor>([new("y", Nested.List<Tensor>([other + 1]))]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unused_input_is_kept_and_must_be_fed()
    {
        var (x, unused) = (Keras.Input([3], name: "x"), Keras.Input([2], name: "unused"));
        var model = new Model([x, unused], new Dense(1, name: "d").Apply(x));
        Assert.Equal(["x", "unused", "d"], model.Layers.Select(layer => layer.Name).Order().Reverse());
        Assert.Equal(2, model.Inputs.Count);
        Assert.Contains("'unused'", Refusal.Of(() => model.Apply(Ops.Ones([1, 3]))), StringComparison.Ordinal);
        Assert.Equal([1, 1], model.Apply([Ops.Ones([1, 3]), Ops.Ones([1, 2])]).Shape);
    }

    [Fact]
    public void An_input_may_be_its_own_output()
    {
        var x = Keras.Input([3]);
        Assert.Equal([1f, 1f, 1f], new Model(x, x).Apply(Ops.Ones([1, 3])).ToArray<float>());
    }

    [Fact]
    public void A_key_that_is_not_the_tensors_name_is_warned_of_and_is_what_counts()
    {
        var x = Keras.Input([3], name: "x");
        Model? model = null;
        var warning = Assert.Single(Refusal.Warnings(
            () => model = new Model(new Dictionary<string, Tensor> { ["key"] = x }, x * 2)));

        Assert.Contains("all keys in the dict must match the names", warning, StringComparison.Ordinal);
        Assert.Equal([1, 3], model!.Apply(new Dictionary<string, Tensor> { ["key"] = Ops.Ones([1, 3]) }).Shape);
        Assert.StartsWith(
            "Functional 'functional': Missing data for input \"key\".",
            Refusal.Of(() => model.Apply(new Dictionary<string, Tensor> { ["x"] = Ops.Ones([1, 3]) })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_are_in_the_order_of_the_graph_and_operations_hold_what_is_no_layer_too()
    {
        var x = Keras.Input([3], name: "x");
        var model = new Model(x, Ops.Relu(new Dense(2, name: "d").Apply(x) + 1));
        Assert.Equal(["x", "d"], model.Layers.Select(layer => layer.Name));
        Assert.Equal(["x", "d", "add", "relu"], model.Operations.Select(operation => operation.Name));
    }

    [Fact]
    public void Output_names_repeat_where_a_layer_is_shared()
    {
        var (a, b) = (Keras.Input([3]), Keras.Input([3]));
        var shared = new Dense(2, name: "shared");
        Assert.Equal(["shared", "shared"], new Model([a, b], [shared.Apply(a), shared.Apply(b)]).OutputNames);
    }

    [Fact]
    public void A_list_of_one_output_comes_as_a_tensor_from_data_and_from_symbols()
    {
        var x = Keras.Input([3]);
        var model = new Model(x, Nested.List<Tensor>([x + 1]));
        Assert.True(model.ApplyMany(Ops.Ones([1, 3])).IsLeaf);
        Assert.True(model.ApplyMany(Keras.Input([3])).IsLeaf);
    }

    [Fact]
    public void Name_and_trainable_are_kept()
    {
        var x = Keras.Input([3]);
        var model = new Model(x, new Dense(2).Apply(x), name: "named", trainable: false);
        Assert.Equal(("named", false), (model.Name, model.Trainable));
        Assert.Empty(model.TrainableWeights);
    }

    [Fact]
    public void The_same_tensor_may_be_listed_twice()
    {
        var x = Keras.Input([3]);
        var model = new Model([x, x], x + 1);
        Assert.Equal(2, model.Inputs.Count);
        Assert.Equal([2, 3], model.Apply([Ops.Ones([2, 3]), Ops.Ones([2, 3])]).Shape);
    }

    [Fact]
    public void A_graph_adds_no_loss_by_itself()
    {
        var x = Keras.Input([3]);
        var model = new Model(x, x + 1);
        Assert.StartsWith(
            "Functional 'functional' is a graph and adds no loss by itself",
            Refusal.Of(() =>
            {
                model.AddLoss(Ops.Ones([]));
                return null;
            }),
            StringComparison.Ordinal);
    }
}
