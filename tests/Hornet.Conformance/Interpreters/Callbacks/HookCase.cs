using Hornet.Callbacks;
using Hornet.Metrics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The order in which a callback is called.</summary>
internal static class HookCase
{
    // Hornet's logs hold numbers.
    private const string Outputs = "outputs";

    public static Verdict Run(CorpusCase line)
    {
        var kwargs = line["kwargs"].Map();
        Identifiers<Metric>? metrics = kwargs.Find("metrics") is CorpusSequence names
            ? [.. names.Items.Select(name => (Identifiers<Metric>)((CorpusString)name).Value)]
            : null;
        var steps = kwargs.Find("steps_per_execution") is { } given ? TrainingValues.Integer(given) : 1;
        var model = CallbackModel.Make(metrics: metrics, stepsPerExecution: steps);
        var recorder = new Recorder();
        var rest = new CorpusMap(
            [.. kwargs.Entries.Where(entry => entry.Key is not ("metrics" or "steps_per_execution"))]);
        Call(line["do"].Text(), model, rest, recorder);
        var expected = line["calls"].Value();
        return expected is CorpusSequence calls && calls.Items.Any(HasOutputs)
            ? throw new NotYetException("the outputs in the logs of a prediction")
            : Verdict.Of(CorpusCompare.Difference(expected, Actual.Of(recorder.Calls), line.Tolerances, "calls"));
    }

    private static bool HasOutputs(CorpusValue call) =>
        call is CorpusSequence parts && parts.Items[^1] is CorpusSequence keys
        && keys.Items.Any(key => key is CorpusString { Value: Outputs });

    private static void Call(string what, Model model, CorpusMap kwargs, Callback recorder)
    {
        int? size = kwargs.Find("batch_size") is { } given ? TrainingValues.Integer(given) : null;
        int? steps = kwargs.Find("steps") is { } count ? TrainingValues.Integer(count) : null;
        switch (what)
        {
            case "fit":
                new TrainingArguments(kwargs, CallbackModel.X, CallbackModel.Y).Fit(model, [recorder], shuffle: false);
                break;
            case "evaluate":
                model.Evaluate(
                    CallbackModel.X, CallbackModel.Y, size, verbose: 0, steps: steps, callbacks: [recorder]);
                break;
            default:
                model.Predict(CallbackModel.X, size, verbose: 0, steps, callbacks: [recorder]);
                break;
        }
    }

    /// <summary>Writes down how it is called: the hook, the epoch or batch, and what the logs hold.</summary>
    private sealed class Recorder : Callback
    {
        public List<object?[]> Calls { get; } = [];

        public override void OnTrainBegin(Logs logs) => Add("on_train_begin", null, logs);

        public override void OnTrainEnd(Logs logs) => Add("on_train_end", null, logs);

        public override void OnEpochBegin(int epoch, Logs logs) => Add("on_epoch_begin", epoch, logs);

        public override void OnEpochEnd(int epoch, Logs logs) => Add("on_epoch_end", epoch, logs);

        public override void OnTrainBatchBegin(int batch, Logs logs) => Add("on_train_batch_begin", batch, logs);

        public override void OnTrainBatchEnd(int batch, Logs logs) => Add("on_train_batch_end", batch, logs);

        public override void OnTestBegin(Logs logs) => Add("on_test_begin", null, logs);

        public override void OnTestEnd(Logs logs) => Add("on_test_end", null, logs);

        public override void OnTestBatchBegin(int batch, Logs logs) => Add("on_test_batch_begin", batch, logs);

        public override void OnTestBatchEnd(int batch, Logs logs) => Add("on_test_batch_end", batch, logs);

        public override void OnPredictBegin(Logs logs) => Add("on_predict_begin", null, logs);

        public override void OnPredictEnd(Logs logs) => Add("on_predict_end", null, logs);

        public override void OnPredictBatchBegin(int batch, Logs logs) => Add("on_predict_batch_begin", batch, logs);

        public override void OnPredictBatchEnd(int batch, Logs logs) => Add("on_predict_batch_end", batch, logs);

        private void Add(string hook, int? index, Logs logs) => Calls.Add([hook, index, logs.Keys.ToArray()]);
    }
}
