using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Steps that are replayed lead where steps that run op by op lead, to the last bit of every weight.</summary>
public sealed class CompiledTrainingTests
{
    private static readonly Dictionary<string, (Shape Input, Func<Layer[]> Layers)> s_models = new()
    {
        ["dense"] = ([8], () => [new Dense(16, "relu"), new Dropout(0.3, seed: 1)]),
        ["convolution"] = (
            [10, 10, 2], () => [new Conv2D(5, 3, activation: "relu"), new MaxPooling2D(2), new Flatten()]),
        ["normalized convolution"] = ([9, 9, 3], () =>
        [
            new Conv2D(8, 3, useBias: false), new BatchNormalization(), new ReLU(),
            new MaxPooling2D(2, padding: "same"), new GlobalAveragePooling2D(),
        ]),
        ["recurrent"] = ([5, 4], () => [new LSTM(7)]),
        ["layer normalized"] = (
            [6, 4], () => [new LayerNormalization(), new Dense(12, "gelu"), new GlobalAveragePooling1D()]),
    };

    // What has kernels of its own, between other layers. The input is (10, 10, 4).
    private static readonly Dictionary<string, Func<Layer[]>> s_kinds = new()
    {
        ["Conv1D"] = () => [new Reshape([25, 16]), new Conv1D(6, 3, dilationRate: 2), new AveragePooling1D(2)],
        ["Conv2D of single places"] = () => [new Conv2D(8, 1, useBias: false), new BatchNormalization()],
        ["Conv2D with strides"] = () => [new Conv2D(8, 3, strides: 2, padding: "same", activation: "relu")],
        ["Conv2D in groups"] = () => [new Conv2D(8, 3, groups: 2), new AveragePooling2D(3, 2, padding: "same")],
        ["Conv2D with BatchNormalization"] = () =>
            [new Conv2D(16, 3, padding: "same"), new BatchNormalization(), new ReLU(), new Conv2D(16, 3)],
        ["Conv3D"] = () => [new Reshape([5, 10, 4, 2]), new Conv3D(3, 2), new MaxPooling3D(2)],
        ["MaxPooling2D"] = () => [new ZeroPadding2D(1), new MaxPooling2D(3, 2), new Cropping2D(1)],
        ["AdaptiveMaxPooling2D"] = () => [new Conv2D(5, 3), new AdaptiveMaxPooling2D((3, 2)), new Dense(4)],
        ["AdaptiveMaxPooling3D"] = () => [new Reshape([5, 5, 4, 4]), new Conv3D(3, 1), new AdaptiveMaxPooling3D(2)],
        ["AdaptiveAveragePooling3D"] = () =>
            [new Reshape([5, 5, 4, 4]), new Conv3D(3, 1), new AdaptiveAveragePooling3D(2)],
        ["Dropout"] = () => [new SpatialDropout2D(0.4, seed: 2), new Dropout(0.3, seed: 1), new GaussianNoise(1, 4)],
        ["Embedding"] = () => [.. Words, new Embedding(9, 6), new GlobalMaxPooling1D()],
        ["Embedding that masks"] = () => [.. Words, new Embedding(9, 6, maskZero: true), new LSTM(4)],
        ["SimpleRNN"] = () => [new Reshape([10, 40]), new SimpleRNN(7, returnSequences: true), new SimpleRNN(5)],
        ["LSTM"] = () => [new Reshape([10, 40]), new LSTM(20, returnSequences: true), new LSTM(5)],
        ["LSTM with dropout"] = () =>
            [new Reshape([10, 40]), new LSTM(6, dropout: 0.2, recurrentDropout: 0.3, seed: 3)],
        ["GRU"] = () => [new Reshape([10, 40]), new GRU(20, returnSequences: true), new GRU(5)],
        ["GRU that resets before the product"] = () => [new Reshape([10, 40]), new GRU(7, resetAfter: false)],
        ["Bidirectional"] = () => [new Reshape([10, 40]), new Bidirectional(new GRU(4))],
        ["LayerNormalization"] = () => [new LayerNormalization(), new Dense(12, "gelu"), new GroupNormalization(3)],
        ["RMSNormalization"] = () => [new RMSNormalization(), new UnitNormalization(), new AlphaDropout(0.2, seed: 1)],
        ["Softmax"] = () => [new Dense(9, "log_softmax"), new Softmax(), new GlobalMaxPooling2D()],
        ["PReLU"] = () => [new PReLU(), new Dense(6, "silu"), new Dense(6, "softplus"), new Dense(6, "elu")],
    };

    private static Layer[] Words => [new Flatten(), new Rescaling(4, 4)];

    public static TheoryData<string> Kinds => [.. s_kinds.Keys];

    public static IEnumerable<object[]> Cases =>
        [.. from model in s_models.Keys
            from optimizer in new[] { "sgd", "adam", "rmsprop", "adamw" }
            select new object[] { model, optimizer }];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compiled_and_eager_steps_give_the_same_losses_and_weights(string model, string optimizer) =>
        AreSame(() => Model(s_models[model].Input, s_models[model].Layers()), optimizer);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_layer_learns_as_it_does_op_by_op(string kind) =>
        AreSame(() => Model([10, 10, 4], [.. s_kinds[kind](), new Flatten()]), "adam");

    [Theory]
    [InlineData(6, 2, 4)]
    [InlineData(40, 4, 16)]
    public void An_encoder_learns_as_it_does_op_by_op(int steps, int heads, int size) => AreSame(
        () =>
        {
            var input = Keras.Input([steps, heads * size]);
            var attention = new MultiHeadAttention(heads, size, dropout: 0.1, seed: 5).Apply(input, input);
            var x = new LayerNormalization().Apply(input + attention);
            var inner = x.Then(new Dense(30, "relu")).Then(new Dense(heads * size)).Then(new Dropout(0.2, seed: 6));
            x = new LayerNormalization().Apply(x + inner).Then(new GlobalAveragePooling1D());
            return new Model(input, x.Then(new Dense(3, "softmax")));
        },
        "adam");

    [Fact]
    public void Numbers_too_small_for_full_precision_count_for_as_much_either_way()
    {
        var x = new float[,] { { 1e-20f } };
        float[] Results(bool runEagerly)
        {
            var model = new Sequential([Keras.Input([1]), new Dense(1, useBias: false), new Rescaling(1e20)]);
            model.SetWeights([new float[,] { { 1e-20f } }]);
            model.Compile("sgd", "mae", runEagerly: runEagerly);
            return [model.Predict(x, verbose: 0).Value.Item<float>(), (float)model.TrainOnBatch(x, x)["loss"]];
        }

        Assert.Equal(Results(runEagerly: true), Results(runEagerly: false));
    }

    private static Sequential Model(Shape input, Layer[] layers) =>
        new([Keras.Input(input), .. layers, new Dense(3, "softmax")]);

    private static void AreSame(Func<Model> make, string optimizer)
    {
        using var scope = new TensorScope();
        var (eagerLosses, eager) = Train(make, optimizer, runEagerly: true);
        var (losses, compiled) = Train(make, optimizer, runEagerly: false);

        Assert.Equal(eagerLosses, losses);
        foreach (var (expected, actual) in eager.Zip(compiled))
        {
            Compiled.AreSameBits(expected.Value, actual.Value, expected.Path);
        }
    }

    private static (double[] Losses, Variable[] Weights) Train(Func<Model> make, string optimizer, bool runEagerly)
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(1);
        var model = make();
        model.Compile(optimizer, "sparse_categorical_crossentropy", metrics: ["accuracy"], runEagerly: runEagerly);
        var x = Compiled.Values([20, .. model.Inputs[0].Shape[1..]], hasSpecial: false);
        var y = Tensor.From([20], Enumerable.Range(0, 20).Select(i => i % 3).ToArray());
        var history = model.Fit(x, y, batchSize: 8, epochs: 3, verbose: 0, shuffle: false);
        return ([.. history.Values("loss")], [.. model.Variables]);
    }
}
