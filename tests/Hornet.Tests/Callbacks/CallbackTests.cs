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

public sealed class ReduceLROnPlateauTests
{
    [Fact]
    public void Lowers_the_rate_when_nothing_got_better_and_logs_it()
    {
        var model = Callbacks.Model();
        var callback = new ReduceLROnPlateau(monitor: "loss", factor: 0.5, patience: 2, cooldown: 1, minLr: 0.2);

        Callbacks.Drive(callback, model, [3, 1, 2, 2]);

        Assert.Equal(0.25, (double)model.Optimizer!.LearningRate);
        Assert.Equal((1, 0), (callback.CooldownCounter, callback.Wait));
        Callbacks.Drive(callback, model, [3, 3, 3, 3, 3, 3, 3]);
        Assert.Equal(0.2, (double)model.Optimizer.LearningRate, 1e-6);
    }

    [Fact]
    public void Refuses_a_factor_that_does_not_lower() =>
        Assert.Throws<ArgumentException>(() => new ReduceLROnPlateau(factor: 1));
}

public sealed class TerminateOnNaNTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Ends_the_training_or_fails(double loss)
    {
        var model = Callbacks.Model();
        var callback = new TerminateOnNaN();
        callback.SetModel(model);
        callback.OnTrainBatchEnd(0, new Logs { ["loss"] = 1 });
        Assert.False(model.StopTraining);

        callback.OnTrainBatchEnd(1, new Logs { ["loss"] = loss });

        Assert.True(model.StopTraining);
        Assert.Throws<InvalidOperationException>(
            () => new TerminateOnNaN(raiseError: true).OnTrainBatchEnd(1, new Logs { ["loss"] = loss }));
    }
}

public sealed class CSVLoggerTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Writes_a_line_an_epoch_and_goes_on_where_it_is_told_to()
    {
        Write(new CSVLogger(_path), new Logs { ["loss"] = 0.5, ["a,b"] = 1 });
        Write(new CSVLogger(_path, append: true), new Logs { ["loss"] = double.NaN });

        Assert.Equal(
            "epoch,\"a,b\",loss,\"val_a,b\",val_loss\r\n0,1.0,0.5,NA,NA\r\n0,nan,NA\r\n", File.ReadAllText(_path));
    }

    public void Dispose() => File.Delete(_path);

    private static void Write(CSVLogger callback, Logs logs)
    {
        callback.OnTrainBegin(new Logs());
        callback.OnEpochEnd(0, logs);
        callback.OnTrainEnd(new Logs());
    }
}

public sealed class SwapEMAWeightsTests
{
    [Fact]
    public void Evaluates_with_the_averages_and_puts_the_weights_back()
    {
        var model = Callbacks.Model();
        model.Compile(new SGD(0.5, useEma: true, emaMomentum: 0.9), "mse");
        model.Fit(new float[,] { { 1 }, { 2 } }, new float[,] { { 3 }, { 5 } }, verbose: 0, batchSize: 1);
        model.Weights[0].Assign(Ops.Full([1, 1], 7.0));
        var swap = new SwapEMAWeights();
        swap.SetModel(model);

        swap.OnTestBegin(new Logs());
        var seen = model.Weights[0].Value.ToArray<float>()[0];
        swap.OnTestEnd(new Logs());

        Assert.NotEqual(7f, seen);
        Assert.Equal(7f, model.Weights[0].Value.ToArray<float>()[0]);
    }

    [Fact]
    public void Refuses_an_optimizer_that_keeps_no_averages()
    {
        var swap = new SwapEMAWeights();
        swap.SetModel(Callbacks.Model());

        Assert.Contains(
            "useEma: true",
            Assert.Throws<InvalidOperationException>(() => swap.OnTestBegin(new Logs())).Message,
            StringComparison.Ordinal);
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
