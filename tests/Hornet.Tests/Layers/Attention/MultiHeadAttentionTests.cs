using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MultiHeadAttentionTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        LayerContract.Check(new MultiHeadAttention(2, 3), QueryAndValue());
        LayerContract.Check(
            new MultiHeadAttention(2, 3, valueDim: 2, outputShape: [5], useGate: true, slidingWindow: 2, dropout: 0.3),
            QueryAndValue("return_attention_scores", "use_causal_mask"));
        LayerContract.Check(
            new MultiHeadAttention(2, 3, attentionAxes: [1, 2]),
            Arguments(Ops.Ones([2, 2, 3, 4]), Ops.Ones([2, 2, 2, 4])));
    }

    [Fact]
    public void The_kernel_gives_what_the_scores_give()
    {
        var layer = new MultiHeadAttention(2, 3);
        var (query, value) = (Values([2, 4, 5]), Values([2, 6, 5]));
        Tensor mask = new[,] { { true, true, false, true, true, false }, { true, false, true, true, true, true } };

        foreach (var isCausal in new[] { false, true })
        {
            var fused = layer.Apply(query, value, valueMask: mask, useCausalMask: isCausal);
            var scored = layer.ApplyMany(
                query, value, valueMask: mask, returnAttentionScores: true, useCausalMask: isCausal);

            AssertNear(scored[0].Value, fused);
            Assert.Equal(Shape.Create([2, 2, 4, 6]), scored[1].Value.Shape);
            AssertNear(Ops.Ones([2, 2, 4]), Ops.Sum(scored[1].Value, axis: -1));
            AssertNear(Ops.Zeros([2, 4]), scored[1].Value[0, .., .., 2]);
        }
    }

    [Fact]
    public void A_query_sees_what_its_masks_and_its_window_leave()
    {
        var layer = new MultiHeadAttention(1, 3, slidingWindow: 2);
        var x = Values([1, 4, 5]);
        x.KerasMask = new[,] { { true, true, true, false } };

        var scores = layer.ApplyMany(x, x, returnAttentionScores: true, useCausalMask: true)[1].Value;

        Assert.Equal(
            [true, false, false, false, true, true, false, false, false, true, true, false, false, false, false, false],
            (scores > 0).ToArray<bool>());
        Assert.Equal(x.KerasMask.ToArray<bool>(), layer.Apply(x, x).KerasMask!.ToArray<bool>());
    }

    [Fact]
    public void Dropout_drops_in_training_only()
    {
        var layer = new MultiHeadAttention(2, 3, dropout: 0.5, seed: 1);
        var x = Values([2, 4, 5]);
        var calm = layer.Apply(x, x);

        AssertNear(calm, layer.Apply(x, x));
        Assert.NotEqual(calm.ToArray<float>(), layer.Apply(x, x, training: true).ToArray<float>());
        Assert.Single(layer.Variables.Except(layer.Weights));
    }

    [Fact]
    public void Each_projection_has_values_of_its_own_and_the_penalty()
    {
        var layer = new MultiHeadAttention(2, 3, kernelInitializer: "he_normal", activityRegularizer: "l2", name: "m");
        var x = Values([2, 4, 5]);

        layer.Apply(x, x);

        Assert.NotEqual(
            layer.QueryDense.Kernel.Value.ToArray<float>(), layer.KeyDense.Kernel.Value.ToArray<float>());
        Assert.Equal(4, layer.Losses.Count);
        Assert.Equal("m/attention_output/kernel", layer.OutputDense.Kernel.Path);
    }

    [Fact]
    public void A_graph_keeps_its_flags_in_files()
    {
        var x = Keras.Input([4, 5], name: "x");
        var mask = Keras.Input([4, 4], dtype: DType.Bool, name: "mask");
        var layer = new MultiHeadAttention(2, 3, name: "attention");
        var model = new Model(
            (Nested<Tensor>)new Tensor[] { x, mask },
            layer.ApplyMany(x, x, attentionMask: mask, returnAttentionScores: true, useCausalMask: true));

        var again = (Model)Keras.Models.ModelFromJson(model.ToJson());
        again.SetWeights(model.GetWeights());

        Tensor[] inputs = [Values([2, 4, 5]), Ops.Ones([2, 4, 4], DType.Bool)];
        Assert.Contains("\"use_causal_mask\": true", model.ToJson(), StringComparison.Ordinal);
        Assert.Equal(model.ToJson(), again.ToJson());
        AssertNear(model.ApplyMany(inputs)[1].Value, again.ApplyMany(inputs)[1].Value);
        Assert.Equal(0, again.ApplyMany(inputs)[1].Value[0, 0, 0, 1].Item<float>());
    }

    [Fact]
    public void It_is_built_for_its_shapes()
    {
        var layer = new MultiHeadAttention(2, 3);

        layer.BuildFor(Shape.Create([null, 4, 5]), Shape.Create([null, 6, 7]), Shape.Create([null, 6, 8]));

        Assert.Equal(Shape.Create([8, 2, 3]), layer.KeyDense.Kernel.Shape);
        Assert.Equal(Shape.Create([7, 2, 3]), layer.ValueDense.Kernel.Shape);
        Assert.Equal(
            """{"shapes_dict":{"query_shape":[null,4,5],"value_shape":[null,6,7],"key_shape":[null,6,8]}}""",
            layer.GetBuildConfig()!.ToJsonString());
        Assert.Equal([1], layer.AttentionAxes!);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiHeadAttention(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiHeadAttention(2, 3, valueDim: 0));
        Assert.Throws<ArgumentException>(() => new MultiHeadAttention(2, 3, slidingWindow: 0));
        Assert.Throws<ArgumentException>(() => new MultiHeadAttention(2, 3, dropout: 0.1, flashAttention: true));
        Assert.Contains("a value beside the query", Message(layer => layer.Apply(Ops.Ones([2, 4, 5]))),
            StringComparison.Ordinal);
        Assert.Contains("a key whose axes", Message(layer => layer.Apply(
            Ops.Ones([2, 4, 5]), Ops.Ones([2, 4, 5]), Ops.Ones([2, 3, 5]))), StringComparison.Ordinal);
        Assert.Contains("no use of the scores", Message(layer => layer.ApplyMany(
            Ops.Ones([2, 4, 5]), Ops.Ones([2, 4, 5]), returnAttentionScores: true)), StringComparison.Ordinal);
    }

    private static string Message(Action<MultiHeadAttention> call)
    {
        var error = Assert.ThrowsAny<ArgumentException>(
            () => call(new MultiHeadAttention(2, 3, flashAttention: true, name: "attention")));
        Assert.Contains("MultiHeadAttention 'attention'", error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    private static CallArguments QueryAndValue(params string[] flags) =>
        Arguments(Values([2, 4, 5]), Values([2, 6, 5]), flags);

    internal static CallArguments Arguments(Tensor query, Tensor value, params string[] flags) => new(
        query,
        new Dictionary<string, Nested<Tensor>> { ["value"] = value },
        flags: flags.ToDictionary(flag => flag, _ => true));

    internal static Tensor Values(Shape shape) =>
        Ops.Sin(Ops.Reshape(Ops.Arange(shape.Size, dtype: DType.Float32), shape) * 1.7);

    internal static void AssertNear(Tensor expected, Tensor actual) => Assert.All(
        expected.ToArray<float>().Zip(actual.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
}
