using Hornet.Layers;

namespace Hornet.Tests;

public sealed class PredictTests
{
    [Fact]
    public void Batches_are_joined()
    {
        var model = new Sequential([Keras.Input([2]), new Dense(1, kernelInitializer: "ones")]);
        var x = Ops.Reshape(Ops.Arange(14.0), [7, 2]);

        var y = model.Predict(x, batchSize: 3, verbose: 0).Value;

        Assert.Equal([1f, 5, 9, 13, 17, 21, 25], y.ToArray<float>());
        Assert.Equal(y.ToArray<float>(), model.Apply(x).ToArray<float>());
    }

    [Fact]
    public void Threads_may_predict_with_one_model_at_once()
    {
        var model = new Sequential([Keras.Input([8]), new Dense(16, activation: "relu"), new Dense(3)]);
        var inputs = Enumerable.Range(0, 8).Select(i => Ops.Full([4, 8], i / 8.0)).ToArray();
        var expected = inputs.Select(x => model.Apply(x).ToArray<float>()).ToArray();

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % 8], model.PredictOnBatch(inputs[i % 8]).Value.ToArray<float>()));
    }

    [Fact]
    public void A_dictionary_of_outputs_stays_one()
    {
        var x = Keras.Input([2], name: "x");
        var model = new Model(
            new Dictionary<string, Tensor> { ["x"] = x },
            new Dictionary<string, Tensor> { ["twice"] = x * 2, ["same"] = x });

        var y = model.Predict(new Dictionary<string, Tensor> { ["x"] = new float[3, 2] }, verbose: 0);

        Assert.Equal(["twice", "same"], y.Keys);
        Assert.Equal([3, 2], y["twice"].Value.Shape);
    }
}
