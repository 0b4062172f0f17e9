using Hornet.Callbacks;
using Hornet.Layers;
using Hornet.Optimizers;

namespace Hornet.Tests;

public sealed class EarlyStoppingTests
{
    [Fact]
    public void Stops_when_nothing_got_better_and_puts_the_best_weights_back()
    {
        var model = Callbacks.Model();
        var callback = new EarlyStopping(monitor: "loss", patience: 2, restoreBestWeights: true);
        double[] losses = [3, 1, 2, 2, 2];

        var epochs = Callbacks.Drive(callback, model, losses);

        Assert.Equal(4, epochs); // two without a better value after the second
        Assert.Equal((1, 3), (callback.BestEpoch, callback.StoppedEpoch));
        Assert.Equal(1f, model.Weights[0].Value.ToArray<float>()[0]);
    }

    [Fact]
    public void Says_that_a_metric_has_no_direction() => Assert.Contains(
        "mode: \"max\"",
        Assert.Throws<InvalidOperationException>(() =>
            Callbacks.Drive(new EarlyStopping(monitor: "own"), Callbacks.Model(), [1, 2], "own")).Message,
        StringComparison.Ordinal);
}

public sealed class LearningRateSchedulerTests
{
    [Fact]
    public void Sets_the_rate_of_each_epoch_and_logs_it()
    {
        var model = Callbacks.Model();
        var callback = new LearningRateScheduler((epoch, rate) => epoch == 0 ? rate : rate / 2);

        var history = model.Fit(new float[4, 1], new float[4, 1], epochs: 3, verbose: 0, callbacks: [callback]);

        Assert.Equal([0.5, 0.25, 0.125], history.Values("learning_rate").Select(rate => Math.Round(rate, 6)));
    }
}

public sealed class CallbackListTests
{
    [Fact]
    public void Moments_come_in_Keras_order()
    {
        var calls = new List<string>();
        var callback = new LambdaCallback(
            onEpochBegin: (epoch, _) => calls.Add($"epoch {epoch}"),
            onEpochEnd: (epoch, logs) => calls.Add($"end {epoch}: {string.Join(",", logs.Keys)}"),
            onTrainBegin: _ => calls.Add("train"),
            onTrainEnd: _ => calls.Add("trained"),
            onTrainBatchBegin: (batch, _) => calls.Add($"batch {batch}"),
            onTrainBatchEnd: (batch, _) => calls.Add($"batch end {batch}"));

        Callbacks.Model().Fit(
            new float[4, 1], new float[4, 1], batchSize: 2, verbose: 0, validationSplit: 0.25, callbacks: [callback]);

        Assert.Equal(
            ["train", "epoch 0", "batch 0", "batch end 0", "batch 1", "batch end 1", "end 0: loss,val_loss", "trained"],
            calls);
    }
}

public sealed class HistoryTests
{
    [Fact]
    public void Names_what_it_has()
    {
        var history = Callbacks.Model().Fit(new float[2, 1], new float[2, 1], verbose: 0);

        Assert.Contains("Expected one of: loss", Assert.Throws<KeyNotFoundException>(() =>
            history.Values("accuracy")).Message, StringComparison.Ordinal);
    }
}

public sealed class LambdaCallbackTests
{
    [Fact]
    public void What_is_left_out_is_not_called() =>
        Assert.Single(Callbacks.Model().Fit(
            new float[2, 1], new float[2, 1], verbose: 0, callbacks: [new LambdaCallback()]).Epoch);
}

public sealed class ProgbarLoggerTests
{
    [Fact]
    public void Is_added_unless_the_caller_is_silent()
    {
        var model = Callbacks.Model();

        Assert.Contains(new CallbackList(null, model, parameters: new(1, 1, 1)).Callbacks,
            each => each is ProgbarLogger);
        Assert.Empty(new CallbackList(null, model, parameters: new(0, 1, 1)).Callbacks);
    }
}

internal static class Callbacks
{
    public static Sequential Model()
    {
        var model = new Sequential([Keras.Input([1]), new Dense(1, useBias: false)]);
        model.Compile(optimizer: new SGD(0.5), loss: "mse");
        return model;
    }

    /// <summary>Plays epochs with these values of a metric; the kernel is the epoch's number.</summary>
    public static int Drive(Callback callback, Model model, double[] values, string name = "loss")
    {
        callback.SetModel(model);
        callback.OnTrainBegin(new Logs());
        var epoch = 0;
        for (; epoch < values.Length && !model.StopTraining; epoch++)
        {
            model.Weights[0].Assign(Ops.Full([1, 1], (double)epoch));
            callback.OnEpochEnd(epoch, new Logs { [name] = values[epoch] });
        }

        callback.OnTrainEnd(new Logs());
        return epoch;
    }
}
