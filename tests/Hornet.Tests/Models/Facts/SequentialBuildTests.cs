using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>When a Sequential is built, and what changes it.</summary>
public sealed class SequentialBuildTests
{
    public SequentialBuildTests() => Keras.ClearSession();

    [Fact]
    public void Without_an_input_it_has_no_weights_and_no_shapes()
    {
        var model = new Sequential([new Dense(2)], name: "chain");
        Assert.False(model.Built);
        Assert.Empty(model.Weights);
        foreach (var (what, read) in new (string, Func<object?>)[]
        {
            ("inputs", () => model.Inputs), ("outputs", () => model.Outputs),
            ("input shape", () => model.InputShape), ("output shape", () => model.OutputShape),
        })
        {
            Assert.StartsWith(
                $"Sequential model 'chain' has no defined {what} yet.", Refusal.Of(read), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Building_for_a_shape_makes_an_input_of_the_first_layers_dtype()
    {
        var model = new Sequential([new Dense(2, dtype: "float16")]);
        model.BuildFor([null, 5]);
        Assert.Equal(([null, 5], DType.Float16), (model.InputShape.Value, model.Inputs[0].DType));
        Assert.Equal("input_layer", model.Inputs[0].History!.Value.Operation.Name);
    }

    [Fact]
    public void Building_again_for_the_same_shape_changes_nothing_and_for_another_is_refused()
    {
        var model = new Sequential([new Dense(2)]);
        model.BuildFor([null, 5]);
        var kernel = model.Weights[0];
        model.BuildFor([null, 5]);
        Assert.Same(kernel, model.Weights[0]);
        Assert.Equal(
            "Sequential model 'sequential' has already been configured to use input shape (None, 5). You cannot " +
            "build it with input_shape (None, 6).", Refusal.Of(() => Build(model, [null, 6])));
    }

    [Fact]
    public void The_batch_size_of_the_input_is_part_of_its_shape()
    {
        var model = new Sequential([Keras.Input([3], batchSize: 3), new Dense(2)]);
        Assert.Contains("(3, 3)", Refusal.Of(() => Build(model, [null, 3])), StringComparison.Ordinal);
        model.BuildFor([3, 3]);
    }

    [Fact]
    public void Without_layers_it_is_neither_built_nor_called()
    {
        const string Said = "Sequential model 'sequential' cannot be built because it has no layers. Call `model.Add(";
        var model = new Sequential();
        Assert.StartsWith(Said, Refusal.Of(() => Build(model, [null, 3])), StringComparison.Ordinal);
        Assert.StartsWith(Said, Refusal.Of(() => model.Apply(Ops.Ones([2, 3]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_a_layer_keeps_the_weights_and_connects_anew()
    {
        var first = new Dense(2);
        var model = new Sequential([Keras.Input([3]), first]);
        var (kernel, nodes) = (model.Weights[0], first.InboundNodes.Count);
        model.Add(new Dense(4));
        Assert.Same(kernel, model.Weights[0]);
        Assert.Equal(nodes + 1, first.InboundNodes.Count);
    }

    [Fact]
    public void Adding_without_rebuilding_drops_the_graph_until_the_next_call()
    {
        var model = new Sequential([Keras.Input([3]), new Dense(2)]);
        model.Add(new Dense(4), rebuild: false);
        Assert.False(model.Built);
        Assert.Equal([5, 4], model.Apply(Ops.Ones([5, 3])).Shape);
        Assert.True(model.Built);
    }

    [Fact]
    public void Popping_gives_the_last_layer_and_connects_the_others()
    {
        var last = new Dense(4);
        var model = new Sequential([Keras.Input([3]), new Dense(2), last]);
        Assert.Same(last, model.Pop());
        Assert.Equal(([null, 2], 2), (model.OutputShape.Value, model.Weights.Count));
        model.Pop();
        Assert.False(model.Built);
    }

    [Fact]
    public void Popping_without_rebuilding_may_take_the_input_so_that_another_can_come()
    {
        var model = new Sequential([Keras.Input([3])]);
        Assert.IsType<InputLayer>(model.Pop(rebuild: false));
        model.Add(Keras.Input([5]));
        model.Add(new Dense(2));
        Assert.Equal([null, 5], model.InputShape.Value);
    }

    [Fact]
    public void Popping_the_only_layer_leaves_an_empty_model_and_popping_that_is_refused()
    {
        var model = new Sequential([new Dense(2, name: "only")]);
        Assert.Equal("only", model.Pop().Name);
        Assert.Empty(model.Layers);
        Assert.Equal("Sequential model 'sequential' has no layer to remove.", Refusal.Of(() => model.Pop()));
    }

    [Fact]
    public void A_dictionary_goes_through_layers_that_take_one()
    {
        var model = new Sequential([new TakesTwo(), new Dense(2)]);
        var x = new Dictionary<string, Tensor> { ["a"] = Ops.Ones([4, 3]), ["b"] = Ops.Ones([4, 3]) };
        Assert.Equal([4, 2], model.Apply(x).Shape);
        Assert.True(model.Built);
        Assert.Contains("no defined inputs", Refusal.Of(() => model.Inputs), StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_shape_is_found_with_and_without_weights()
    {
        var model = new Sequential([new Dense(3), new Dense(2)]);
        Assert.Equal([7, 2], model.ComputeOutputShape(Shape.Create([7, 4])).Value);
        Assert.False(model.Built);
        Assert.Empty(model.Weights);
        model.BuildFor([null, 4]);
        Assert.Equal([7, 2], model.ComputeOutputShape(Shape.Create([7, 4])).Value);
        Assert.Equal([7, 2], model.ComputeOutputSpec(Ops.Ones([7, 4])).Value.Shape);
    }

    [Fact]
    public void Looking_for_a_shape_changes_no_later_name_and_no_later_draw()
    {
        float[] Draw(bool looks)
        {
            Keras.ClearSession();
            Keras.Utils.SetRandomSeed(3);
            var layer = new Dense(3);
            if (looks)
            {
                layer.ComputeOutputShape(Shape.Create([7, 4]));
            }

            layer.Apply(Ops.Ones([1, 4]));
            Assert.Equal("dense_1", new Dense(1).Name);
            return layer.GetWeights()[0].ToArray<float>();
        }

        Assert.Equal(Draw(looks: false), Draw(looks: true));
    }

    [Fact]
    public void Inside_a_functional_model_it_builds_itself_with_an_input_of_its_own()
    {
        var x = Keras.Input([3]);
        var chain = new Sequential([new Dense(2)]);
        var model = new Model(x, chain.Apply(x));
        Assert.True(chain.Built);
        Assert.NotSame(x, chain.Inputs[0]);
        Assert.Equal([null, 3], chain.InputShape.Value);
        Assert.Equal([4, 2], model.Apply(Ops.Ones([4, 3])).Shape);
    }

    [Fact]
    public void Its_tensors_make_models_that_list_the_input()
    {
        var chain = new Sequential([Keras.Input([3], name: "x"), new Dense(4, name: "a"), new Dense(2, name: "b")]);
        var half = new Model(chain.Inputs[0], chain.Layers[0].Output);
        Assert.Equal(["x", "a"], half.Layers.Select(layer => layer.Name));
        var whole = new Model(chain.Inputs[0], chain.Outputs[0]);
        Assert.Equal([4, 2], whole.Apply(Ops.Ones([4, 3])).Shape);
    }

    [Theory]
    [InlineData(DType.Int32, 1f)]
    [InlineData(DType.Float32, 1.7f)]
    public void Data_is_brought_to_the_dtype_of_the_input(DType dtype, float expected)
    {
        var model = new Sequential([Keras.Input([1], dtype: dtype), new Identity()]);
        var result = model.Apply(new float[,] { { 1.7f } });
        Assert.Equal((dtype, expected), (result.DType, Ops.Cast(result, DType.Float32).Item<float>()));
        Assert.Equal(dtype, model.Apply(new int[,] { { 1 } }).DType);
    }

    private static object? Build(Sequential model, Shape shape)
    {
        model.BuildFor(shape);
        return null;
    }

    private sealed class TakesTwo : Layer
    {
        protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context) =>
            inputs["a"].Value + inputs["b"].Value;
    }
}
