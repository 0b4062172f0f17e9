using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>Ops of all forms of parameters and arguments, as graphs that are saved and made again.</summary>
public sealed class OperationRegistryTests
{
    private static readonly Dictionary<string, Func<Tensor, Nested<Tensor>>> s_graphs = new()
    {
        ["Cast"] = x => Ops.Cast(x, DType.Float16),
        ["Clip"] = x => Ops.Clip(x, -0.5, 0.5),
        ["Concatenate"] = x => Ops.Concatenate([x, x, x], axis: -1),
        ["Cumsum"] = x => Ops.Cumsum(x, axis: 1),
        ["Diagonal"] = x => Ops.Diagonal(x, offset: 1, axis1: -2, axis2: -1),
        ["Einsum"] = x => Ops.Einsum("bij,bkj->bik", x, x),
        ["Expand_dims"] = x => Ops.ExpandDims(x, -1),
        ["Flip"] = x => Ops.Flip(x, axis: 1),
        ["Gelu"] = x => Ops.Gelu(x, approximate: false),
        ["GetItem"] = x => x[TensorIndex.Ellipsis, TensorIndex.NewAxis, 1..3],
        ["GetItem_places"] = x => x[.., new[] { 1, 0 }],
        ["LeakyRelu"] = x => Ops.LeakyRelu(x, 0.3),
        ["Max"] = x => Ops.Max(x, axis: new[] { 1, 2 }, keepdims: true),
        ["Norm"] = x => Ops.Norm(x, ord: 2, axis: -1),
        ["OneHot"] = x => Ops.OneHot(Ops.Cast(x, DType.Int32), 3),
        ["Pad"] = x => Ops.Pad(x, [(0, 0), (1, 2), (0, 1)], constantValues: 7),
        ["Pad_without_value"] = x => Ops.Pad(x, 1),
        ["Power"] = x => Ops.Power(x, 2),
        ["Repeat"] = x => Ops.Repeat(x, 2, axis: 1),
        ["Reshape"] = x => Ops.Reshape(x, [-1, 4, 3]),
        ["Roll"] = x => Ops.Roll(x, 1, axis: 1),
        ["Softmax"] = x => Ops.Softmax(x, axis: 1),
        ["Split"] = x => Ops.Split(x, 2, axis: 2),
        ["Split_at"] = x => Ops.Split(x, [1, 3], axis: 2),
        ["Stack"] = x => Ops.Stack([x, x], axis: 1),
        ["Std"] = x => Ops.Std(x, axis: -1),
        ["Swapaxes"] = x => Ops.Swapaxes(x, 1, 2),
        ["Take"] = x => Ops.Take(x, new[] { 2, 0 }, axis: 1),
        ["Tensordot"] = x => Ops.Tensordot(x, new float[4, 2], axes: 1),
        ["Tile"] = x => Ops.Tile(x, [1, 2, 1]),
        ["TopK"] = x => Nested.List<Tensor>([Ops.TopK(x, 2).Values, Ops.TopK(x, 2).Indices]),
        ["Transpose"] = x => Ops.Transpose(x, new[] { 0, 2, 1 }),
        ["Where"] = x => Ops.Where(x > 0.5, x, 0.25),
    };

    public static TheoryData<string> Names => [.. s_graphs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_graph_with_it_is_saved_and_made_again(string name)
    {
        Keras.ClearSession();
        var x = Keras.Input([3, 4]);
        var model = new Model(x, s_graphs[name](x));

        var copy = Keras.Models.ModelFromJson(model.ToJson());

        Assert.Equal(model.ToJson(), copy.ToJson());
        Assert.Equal(model.OutputShape.Flatten(), copy.OutputShape.Flatten());
        var value = Tensor.From([2, 3, 4], [.. Enumerable.Range(0, 24).Select(i => (i % 7) / 6f)]);
        foreach (var (expected, received) in model.ApplyMany(value).Flatten().Zip(copy.ApplyMany(value).Flatten()))
        {
            Assert.Equal(Numbers(expected), Numbers(received));
        }
    }

    [Fact]
    public void Keras_names_and_fixed_parameters_stand_in_the_text()
    {
        var x = Keras.Input([4], dtype: DType.Int32);
        var config = Config(Ops.OneHot(x, 3));
        Assert.Equal(
            """{"name":"one_hot","num_classes":3,"axis":-1,"dtype":"float32","sparse":false}""",
            Renamed(config, "one_hot"));

        config = Config(Ops.Split(Keras.Input([4]), [1, 3], axis: 1)[0]);
        Assert.Equal("""{"name":"split","indices_or_sections":[1,3],"axis":1}""", Renamed(config, "split"));

        config = Config(Ops.Tensordot(Keras.Input([4]), new float[4, 2], axes: 1));
        Assert.Equal("""{"name":"tensordot","axes":[[-1],[0]]}""", Renamed(config, "tensordot"));

        config = Config(Ops.Swapaxes(Keras.Input([4, 2]), 1, 2));
        Assert.Equal("""{"name":"swapaxes","axis1":1,"axis2":2}""", Renamed(config, "swapaxes"));
    }

    [Fact]
    public void A_number_of_axes_is_read()
    {
        var x = Keras.Input([4]);
        var json = new Model(x, Ops.Tensordot(x, new float[4, 2], axes: 1)).ToJson();

        var copy = Keras.Models.ModelFromJson(
            json.Replace("\"axes\": [[-1], [0]]", "\"axes\": 1", StringComparison.Ordinal));

        Assert.Equal([null, 2], copy.OutputShape.Value);
    }

    [Fact]
    public void A_parameter_that_Hornet_does_not_have_is_refused()
    {
        var x = Keras.Input([4], dtype: DType.Int32);
        var json = new Model(x, Ops.OneHot(x, 3)).ToJson();

        var error = Assert.Throws<KerasSerializationException>(() => Keras.Models.ModelFromJson(
            json.Replace("\"num_classes\": 3, \"axis\": -1, \"dtype\": \"float32\", \"sparse\": false",
                "\"num_classes\": 3, \"sparse\": true", StringComparison.Ordinal)));

        Assert.Contains("sparse: Expected false. Received: true", error.Message, StringComparison.Ordinal);
    }

    private static JsonObject Config(Tensor output)
    {
        var operation = (OpOperation)((KerasTensor)output).History!.Value.Operation;
        return OperationRegistry.Write(operation)["config"]!.AsObject();
    }

    private static string Renamed(JsonObject config, string name)
    {
        config["name"] = name;
        return config.ToJsonString();
    }

    private static double[] Numbers(Tensor tensor) => Ops.Cast(tensor, DType.Float64).ToArray<double>();
}
