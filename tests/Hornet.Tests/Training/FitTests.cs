using Hornet.Callbacks;
using Hornet.Layers;
using Hornet.Losses;
using Hornet.Optimizers;

namespace Hornet.Tests;

public sealed class FitTests
{
    [Fact]
    public void An_epoch_of_fewer_steps_goes_on_where_the_last_one_ended()
    {
        var seen = new List<int>();
        var model = new Sequential([Keras.Input([1]), new Dense(1)]);
        model.Compile("sgd", "mse");
        var callback = new LambdaCallback(onTrainBatchEnd: (batch, _) => seen.Add(batch));

        model.Fit(
            new float[5, 1], new float[5, 1], batchSize: 1, epochs: 3, verbose: 0, shuffle: false, stepsPerEpoch: 2,
            callbacks: [callback]);

        Assert.Equal([0, 1, 0, 1, 0], seen); // the data ends in the third epoch, and never begins again within one
    }

    [Fact]
    public void A_step_by_itself_measures_its_batch_alone()
    {
        var model = new Sequential([Keras.Input([1]), new Dense(1, kernelInitializer: "zeros")]);
        model.Compile(new SGD(0), "mse", metrics: ["mae"]);

        model.TrainOnBatch(new float[2, 1], new float[,] { { 4 }, { 4 } });
        var logs = model.TestOnBatch(new float[2, 1], new float[,] { { 1 }, { 1 } });

        Assert.Equal(1, logs["loss"]);
        Assert.Equal(["loss", "compile_metrics"], model.MetricsNames);
    }

    [Fact]
    public void Compiled_and_eager_training_give_the_same_numbers()
    {
        var compiled = History(runEagerly: false);
        var eager = History(runEagerly: true);

        Assert.Equal(eager.Values("loss"), compiled.Values("loss"));
        Assert.Equal(eager.Values("val_accuracy"), compiled.Values("val_accuracy"));
        Assert.True(compiled.Values("loss")[^1] < compiled.Values("loss")[0]);
    }

    [Fact]
    public void History_keys_are_sorted_and_validation_comes_last()
    {
        var history = History(runEagerly: false);

        Assert.Equal(["accuracy", "loss", "val_accuracy", "val_loss"], history.Keys);
        Assert.Equal([0, 1, 2], history.Epoch);
    }

    [Fact]
    public void A_model_learns_what_can_be_learnt()
    {
        var (x, y) = Data(256);
        var model = Mlp();
        model.Compile(optimizer: new Adam(0.01), loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);

        model.Fit(x, y, epochs: 30, verbose: 0);

        Assert.InRange(model.Evaluate(x, y, verbose: 0)["accuracy"], 0.95, 1);
    }

    [Fact]
    public void Targets_of_shape_n_and_n_by_1_are_the_same()
    {
        var x = Tensor.From([4, 2], [0f, 1, 2, 3, 4, 5, 6, 7]);
        var flat = Tensor.From([4], [1f, 2, 3, 4]);
        double Loss(Tensor y)
        {
            var model = new Sequential([Keras.Input([2]), new Dense(1, kernelInitializer: "ones")]);
            model.Compile(loss: "mse");
            return model.Evaluate(x, y, verbose: 0)["loss"];
        }

        Assert.Equal(Loss(Ops.Reshape(flat, [4, 1])), Loss(flat));
    }

    [Fact]
    public void Class_weights_say_how_much_each_sample_of_a_class_counts()
    {
        var (x, y) = Data(32);
        var weights = Array.ConvertAll(y.ToArray<int>(), label => label == 0 ? 2f : 1f);

        var bySample = Softmax().TrainOnBatch(x, y, sampleWeight: weights);
        var byClass = Softmax().TrainOnBatch(x, y, classWeight: new Dictionary<int, double> { [0] = 2 });
        var plain = Softmax().TrainOnBatch(x, y);

        Assert.Equal(bySample["loss"], byClass["loss"]);
        Assert.NotEqual(plain["loss"], byClass["loss"]);
    }

    [Fact]
    public void A_cancelled_token_stops_between_two_batches()
    {
        var (x, y) = Data(64);
        var model = Mlp();
        model.Compile(optimizer: "sgd", loss: "sparse_categorical_crossentropy");
        using var source = new CancellationTokenSource();
        var batches = 0;
        var callback = new LambdaCallback(onTrainBatchEnd: (_, _) =>
        {
            batches++;
            source.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() =>
            model.Fit(x, y, batchSize: 8, verbose: 0, callbacks: [callback], cancellationToken: source.Token));

        Assert.Equal(1, batches);
    }

    [Fact]
    public void Batches_come_from_a_sequence_too()
    {
        var (x, y) = Data(32);
        Batch[] batches = [(x[..16], y[..16]), (x[16..], y[16..])];
        var model = Mlp();
        model.Compile(optimizer: "sgd", loss: "sparse_categorical_crossentropy");

        var history = model.Fit(batches, epochs: 2, verbose: 0);

        Assert.Equal(2, history.Values("loss").Count);
        Assert.Equal([32, 3], model.Predict(batches, verbose: 0).Value.Shape);
    }

    [Fact]
    public void Says_that_a_model_was_not_compiled()
    {
        var e = Assert.Throws<InvalidOperationException>(() => Mlp().Fit(new float[1, 4], new[] { 0 }));

        Assert.Contains("You must call `Compile()` before calling `Fit()`", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_arrays_have_other_numbers_of_samples()
    {
        var model = Mlp();
        model.Compile(loss: "sparse_categorical_crossentropy");

        var e = Assert.Throws<ArgumentException>(() => model.Fit(new float[3, 4], new[] { 0, 1 }, verbose: 0));

        Assert.Contains("the same number of samples", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_empty_data()
    {
        var model = Mlp();
        model.Compile(loss: "sparse_categorical_crossentropy");

        Assert.Throws<ArgumentException>(() => model.Fit(new float[0, 4], Array.Empty<int>(), verbose: 0));
        Assert.Throws<ArgumentException>(() => model.Predict(new float[0, 4], verbose: 0));
    }

    [Fact]
    public void Several_outputs_have_losses_of_their_own()
    {
        var input = Keras.Input([4]);
        var a = input.Then(new Dense(1, name: "a"));
        var b = input.Then(new Dense(2, name: "b"));
        var model = new Model(input, new[] { a, b });
        model.Compile(
            optimizer: "sgd",
            loss: new Dictionary<string, Identifiers<Loss>> { ["a"] = "mse", ["b"] = new MeanAbsoluteError() },
            lossWeights: new Dictionary<string, double> { ["a"] = 1, ["b"] = 0.5 },
            metrics: new Dictionary<string, Identifiers<Metrics.Metric>> { ["a"] = "mae" });

        var logs = model.TrainOnBatch(new float[8, 4], new Tensor[] { new float[8, 1], new float[8, 2] });

        Assert.Equal(["a_loss", "a_mae", "b_loss", "loss"], logs.Keys);
        Assert.Equal(logs["loss"], logs["a_loss"] + (0.5 * logs["b_loss"]), 1e-6);
    }

    [Fact]
    public void A_validation_split_keeps_the_last_samples()
    {
        var (x, y) = Data(10);
        var model = Mlp();
        model.Compile(optimizer: new SGD(0.0), loss: "sparse_categorical_crossentropy");

        var history = model.Fit(x, y, validationSplit: 0.3, verbose: 0);

        Assert.Equal(model.Evaluate(x[7..], y[7..], verbose: 0)["loss"], history.Values("val_loss")[0], 1e-6);
        Assert.Throws<ArgumentException>(() => model.Fit(x[..1], y[..1], validationSplit: 0.3, verbose: 0));
    }

    private static History History(bool runEagerly)
    {
        var (x, y) = Data(96);
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(3);
        var model = Mlp();
        model.Compile(
            optimizer: new SGD(0.1, momentum: 0.9),
            loss: "sparse_categorical_crossentropy",
            metrics: ["accuracy"],
            runEagerly: runEagerly);
        return model.Fit(x, y, epochs: 3, validationSplit: 0.25, verbose: 0);
    }

    private static Sequential Softmax()
    {
        Keras.Utils.SetRandomSeed(5);
        var model = new Sequential([Keras.Input([4]), new Dense(3, activation: "softmax")]);
        model.Compile(optimizer: "sgd", loss: "sparse_categorical_crossentropy");
        return model;
    }

    private static Sequential Mlp() =>
        new([Keras.Input([4]), new Dense(16, activation: "relu"), new Dropout(0.1),
            new Dense(3, activation: "softmax")]);

    /// <summary>Points whose class is the largest of their first three coordinates.</summary>
    private static (Tensor X, Tensor Y) Data(int count)
    {
        var random = new Random(0);
        var x = new float[count * 4];
        var y = new int[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                x[(i * 4) + j] = random.NextSingle();
            }

            var row = x.AsSpan(i * 4, 3);
            y[i] = row[0] >= row[1] && row[0] >= row[2] ? 0 : row[1] >= row[2] ? 1 : 2;
        }

        return (Tensor.From([count, 4], x), Tensor.From([count], y));
    }
}
