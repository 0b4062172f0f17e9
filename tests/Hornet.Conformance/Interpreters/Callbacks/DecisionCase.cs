using Hornet.Callbacks;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Drives a callback by hand, and looks at what it decides.</summary>
internal sealed class DecisionCase : IDisposable
{
    private static readonly string[] s_files = ["filename", "filepath"];

    private readonly CorpusCase _line;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hornet-callbacks-");
    private readonly Model _model;
    private readonly Callback _callback;

    private DecisionCase(CorpusCase line)
    {
        _line = line;
        _model = CallbackModel.Make(line["lr"].Number());
        _callback = TrainingCallbacks.Make(line["class"].Text(), Kwargs(line["kwargs"].Map()));
        if (line.Root.Find("before_file") is { } before)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, line["files"].Fields()[0].Key), before.Text());
        }
    }

    public static Verdict Run(CorpusCase line)
    {
        try
        {
            using var run = new DecisionCase(line);
            var difference = run.Drive();
            return line.Error is { } expected
                ? Verdict.Failed($"Expected a refusal, as Keras's {expected}. Received: none.")
                : Verdict.Of(difference);
        }
        catch (Exception error) when (line.Error is not null && Refusals.Includes(error))
        {
            return Verdict.Passed(error.Message);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Keras's cases write into the current folder.
    private CorpusMap Kwargs(CorpusMap given) => new([.. given.Entries.Select(entry =>
        s_files.Contains(entry.Key) && entry.Value is CorpusString name
            ? KeyValuePair.Create(entry.Key, (CorpusValue)new CorpusString(Path.Combine(_folder.FullName, name.Value)))
            : entry)]);

    private string? Drive()
    {
        var logs = _line["logs"].Items();
        _callback.SetModel(_model);
        _callback.SetParams(new CallbackParams(Verbose: 0, Epochs: logs.Count, Steps: null));
        _callback.OnTrainBegin(new Logs());
        for (var i = 0; i < logs.Count; i++)
        {
            var received = Step(i, logs[i]);
            if (_line.Error is null && Difference(_line["rows"][i], received, $"rows[{i}]") is { } difference)
            {
                return difference;
            }

            if (!IsBatchHook && _model.StopTraining)
            {
                break;
            }
        }

        _callback.OnTrainEnd(new Logs());
        return _line.Error is null ? Difference(_line["end"], State(new Logs()), "end") ?? Files() : null;
    }

    private bool IsBatchHook => _line.Root.Find("hook") is { } hook && hook.Text() != "on_epoch_end";

    private Dictionary<string, object?> Step(int i, CorpusNode given)
    {
        CallbackModel.SetKernel(_model, i);
        var logs = new Logs();
        foreach (var (name, value) in given.Fields())
        {
            logs[name] = value.Number();
        }

        var batches = (int)(_line.Root.Find("batches")?.Integer() ?? int.MaxValue);
        if (!IsBatchHook)
        {
            _callback.OnEpochBegin(i, new Logs());
            _callback.OnEpochEnd(i, logs);
        }
        else
        {
            if (i % batches == 0)
            {
                _callback.OnEpochBegin(i / batches, new Logs());
            }

            _callback.OnTrainBatchEnd(i % batches, logs);
        }

        return State(logs);
    }

    private Dictionary<string, object?> State(Logs logs)
    {
        var state = new Dictionary<string, object?>
        {
            ["stop"] = _model.StopTraining,
            ["lr"] = (double)_model.Optimizer!.LearningRate,
            ["log_keys"] = logs.Keys.ToArray(),
            ["kernel"] = (double)_model.GetWeights()[0].ToArray<float>()[0],
            ["files"] = _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ToArray(),
        };
        foreach (var (name, value) in TrainingCallbacks.State(
            _callback, "wait", "best", "best_epoch", "stopped_epoch", "cooldown_counter"))
        {
            state[name] = value;
        }

        return state;
    }

    private string? Difference(CorpusNode expected, Dictionary<string, object?> state, string where) =>
        expected.Fields().Select(field => state.TryGetValue(field.Key, out var value)
            ? CorpusCompare.Difference(field.Value.Value(), Actual.Of(value), _line.Tolerances, $"{where}.{field.Key}")
            : $"{where}.{field.Key}: Expected {field.Value}. Received: none.")
            .FirstOrDefault(difference => difference is not null);

    private string? Files() => _line.Root.Find("files")?.Fields().Select(file =>
        File.ReadAllText(Path.Combine(_folder.FullName, file.Key)) is var text && text == file.Value.Text() ? null
            : $"{file.Key}: Expected '{file.Value.Text()}'. Received: '{text}'.")
        .FirstOrDefault(difference => difference is not null);
}
