using Hornet.Callbacks;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>What a case calls <c>fit</c> with.</summary>
internal sealed class TrainingArguments
{
    private readonly CorpusMap _given;
    private readonly HashSet<string> _asked = [];

    public TrainingArguments(CorpusMap given, Nested<Tensor>? x = null, Nested<Tensor>? y = null)
    {
        _given = given;
        X = Find("x", TrainingValues.Nest) ?? x!;
        Y = Find("y", TrainingValues.Nest) ?? y;
        SampleWeight = Find("sample_weight", TrainingValues.Nest);
        BatchSize = Number("batch_size");
    }

    public Nested<Tensor> X { get; }

    public Nested<Tensor>? Y { get; }

    public Nested<Tensor>? SampleWeight { get; }

    public int? BatchSize { get; }

    public History Fit(Model model, IEnumerable<Callback> callbacks, bool shuffle = true)
    {
        var epochs = Number("epochs") ?? 1;
        var split = _given.Find("validation_split") is { } part ? TrainingValues.Number(part) : 0;
        _asked.UnionWith(["validation_split", "shuffle", "verbose"]);
        var validation = Find("validation_data", TrainingValues.Batch);
        var classWeights = Find("class_weight", TrainingValues.ClassWeights);
        var initial = Number("initial_epoch") ?? 0;
        var (steps, held) = (Number("steps_per_epoch"), Number("validation_steps"));
        var (size, frequency) = (Number("validation_batch_size"), Number("validation_freq") ?? 1);
        if (_given.Entries.FirstOrDefault(entry => !_asked.Contains(entry.Key)).Key is { } other)
        {
            throw new NotYetException($"fit({other}=...)");
        }

        return model.Fit(
            X, Y, BatchSize, epochs, verbose: 0, callbacks, split, validation,
            shuffle: _given.Find("shuffle") is CorpusBool given ? given.Value : shuffle,
            classWeights, SampleWeight, initial, steps, held, size, frequency);
    }

    private int? Number(string name) => Find(name, value => (object)TrainingValues.Integer(value)) as int?;

    private T? Find<T>(string name, Func<CorpusValue, T> read)
        where T : class
    {
        _asked.Add(name);
        return _given.Find(name) is { } value and not CorpusNull ? read(value) : null;
    }
}
