using Hornet.Metrics;
using Hornet.Serialization;

namespace Hornet;

/// <summary>The metrics given to <c>Compile</c>, each with its output.</summary>
internal sealed class CompileMetrics(Identifiers<Metric>? metrics, Identifiers<Metric>? weightedMetrics)
{
    private Entry[] _entries = [];
    private bool _isBuilt;

    /// <summary>The metrics, those without sample weights first.</summary>
    public IEnumerable<Metric> Metrics => _entries.Select(entry => entry.Metric);

    public void UpdateState(Nested<Tensor>? yTrue, Nested<Tensor>? sampleWeight, OutputMap outputs)
    {
        if (yTrue is null)
        {
            return;
        }

        var targets = outputs.Align(yTrue, "y");
        if (!_isBuilt)
        {
            _entries = [.. Build(metrics, targets, outputs, isWeighted: false),
                .. Build(weightedMetrics, targets, outputs, isWeighted: true)];
            _isBuilt = true;
        }

        var weights = sampleWeight is { IsLeaf: false } ? outputs.Align(sampleWeight, "sample_weight") : null;
        foreach (var entry in _entries)
        {
            if (targets[entry.Output]?.Value is { } target)
            {
                var weight = sampleWeight is { IsLeaf: true } ? sampleWeight.Value : weights?[entry.Output]?.Value;
                entry.Metric.UpdateState(target, outputs.Flat[entry.Output], entry.IsWeighted ? weight : null);
            }
        }
    }

    /// <summary>
    /// The results by name. A name that is there already gets <c>weighted_</c> before it, or a number.
    /// </summary>
    public IEnumerable<(string Name, Tensor Value)> Results()
    {
        var used = new Dictionary<string, int>();
        foreach (var entry in _entries)
        {
            var name = Prefixed(entry, entry.Metric.Name);
            if (used.ContainsKey(name) && entry.IsWeighted)
            {
                name = Prefixed(entry, $"weighted_{entry.Metric.Name}");
            }

            var count = used[name] = used.GetValueOrDefault(name) + 1;
            yield return (count == 1 ? name : $"{name}_{count - 1}", entry.Metric.Result());
        }
    }

    private static string Prefixed(Entry entry, string name) =>
        entry.OutputName is null ? name : $"{entry.OutputName}_{name}";

    private static IEnumerable<Entry> Build(
        Identifiers<Metric>? metrics, Nested<Tensor>?[] targets, OutputMap outputs, bool isWeighted)
    {
        if (metrics is null)
        {
            yield break;
        }

        var isSingle = outputs.Flat.Count == 1;
        var aligned = isSingle ? [metrics.Structure] : outputs.Align(metrics.Structure, "metrics");
        for (var i = 0; i < aligned.Length; i++)
        {
            foreach (var identifier in aligned[i]?.Flatten() ?? [])
            {
                if (identifier is not null && targets[i]?.Value is { } target)
                {
                    var metric = Resolve(identifier, target, outputs.Flat[i]);
                    yield return new Entry(metric, i, isSingle ? null : outputs.Names?[i], isWeighted);
                }
            }
        }
    }

    private static Metric Resolve(object identifier, Tensor yTrue, Tensor yPred)
    {
        if (identifier is not string name)
        {
            return (Metric)identifier;
        }

        var metric = name is not ("accuracy" or "acc" or "Accuracy") ? KerasRegistry.Get<Metric>(name)
            : TargetKind.Of(yTrue, yPred) switch
            {
                TargetKind.Kind.Binary => new BinaryAccuracy(),
                TargetKind.Kind.SparseCategorical => new SparseCategoricalAccuracy(),
                _ => new CategoricalAccuracy(),
            };
        metric.Name = name;
        return metric;
    }

    private sealed record Entry(Metric Metric, int Output, string? OutputName, bool IsWeighted);
}
