using Hornet.Losses;
using Hornet.Metrics;
using Hornet.Serialization;

namespace Hornet;

/// <summary>The losses given to <c>Compile</c>, each with its output: together one number.</summary>
internal sealed class CompileLoss(Identifiers<Loss> loss, Nested<double>? weights)
{
    private readonly List<Part> _parts = [];
    private bool _isBuilt;

    /// <summary>Of several outputs, the mean of each one's loss.</summary>
    public IEnumerable<Metric> Metrics => _parts.Select(part => part.Tracker).OfType<Metric>();

    /// <summary>The weighted sum of the losses; null where no output has one.</summary>
    public Tensor? Apply(Nested<Tensor>? yTrue, Nested<Tensor> yPred, Nested<Tensor>? sampleWeight, OutputMap outputs)
    {
        var targets = yTrue is null ? new Nested<Tensor>?[outputs.Flat.Count] : AlignTargets(yTrue, outputs);
        if (!_isBuilt)
        {
            Build(targets, outputs);
        }

        var sampleWeights = sampleWeight is null ? null
            : sampleWeight.IsLeaf ? null : outputs.Align(sampleWeight, "sample_weight");
        Tensor? total = null;
        foreach (var part in _parts)
        {
            var target = Target(targets[part.Output], outputs.Describe(part.Output));
            var weight = sampleWeight is { IsLeaf: true } ? sampleWeight.Value : sampleWeights?[part.Output]?.Value;
            var value = Value(part, target, weight, outputs);
            value = value.Rank == 0 ? value : Ops.Sum(value);
            part.Tracker?.UpdateState(value, outputs.Flat[part.Output].Shape[0] ?? 1);
            var weighted = part.Weight is { } factor ? value * factor : value;
            total = total is null ? weighted : total + weighted;
        }

        return total;
    }

    private static Tensor Target(Nested<Tensor>? target, string output) => target is null or { IsLeaf: true }
        ? target?.Value ?? throw new ArgumentException(
            $"{output} has a loss but no target. Pass targets y with one entry for each output.")
        : throw new ArgumentException(
            $"{output}: expected one target. Received: {target.Select(part => part.Spec)}.");

    private static Tensor Value(Part part, Tensor target, Tensor? weight, OutputMap outputs)
    {
        try
        {
            return part.Loss.Apply(target, outputs.Flat[part.Output], weight);
        }
        catch (ShapeException error)
        {
            throw new ShapeException(outputs.Describe(part.Output), error);
        }
    }

    // Where only some outputs have a loss, targets may come for those alone.
    private Nested<Tensor>?[] AlignTargets(Nested<Tensor> yTrue, OutputMap outputs)
    {
        var structure = loss.Structure;
        if (yTrue.IsList && structure.IsList && structure.Count == outputs.Flat.Count
            && yTrue.Count != structure.Count &&
            structure.Count(part => part is not { IsLeaf: true, Value: null }) == yTrue.Count)
        {
            var next = 0;
            return [.. structure.Select(part => part is { IsLeaf: true, Value: null } ? null : yTrue[next++])];
        }

        return outputs.Align(yTrue, "y");
    }

    private void Build(Nested<Tensor>?[] targets, OutputMap outputs)
    {
        var losses = loss.Structure.IsLeaf
            ? [.. Enumerable.Repeat(loss.Structure, outputs.Flat.Count)]
            : outputs.Align(loss.Structure, "loss");
        var factors = weights is null ? null : Weights(outputs);
        for (var i = 0; i < losses.Length; i++)
        {
            foreach (var identifier in losses[i]?.Flatten() ?? [])
            {
                if (identifier is not null && targets[i] is { } target)
                {
                    _parts.Add(new Part(
                        Resolve(identifier, Target(target, outputs.Describe(i)), outputs.Flat[i]), i, factors?[i]));
                }
            }
        }

        if (_parts.Count > 1)
        {
            SortAsGiven(outputs);
            foreach (var part in _parts)
            {
                part.Tracker = new Mean($"{outputs.Names?[part.Output] ?? part.Loss.Name}_loss");
            }
        }

        _isBuilt = _parts.Count > 0; // without targets nothing is known yet
    }

    // Of a dictionary, Keras keeps the order in which it was written.
    private void SortAsGiven(OutputMap outputs)
    {
        var keys = loss.Structure.Keys.ToList();
        var sorted = _parts.OrderBy(part => keys.IndexOf(outputs.Names?[part.Output] ?? string.Empty)).ToArray();
        _parts.Clear();
        _parts.AddRange(sorted);
    }

    private double?[] Weights(OutputMap outputs) => weights!.IsLeaf
        ? [.. outputs.Flat.Select(_ => (double?)weights.Value)]
        : [.. outputs.Align(weights, "loss_weights").Select(weight => weight?.Value)];

    private static Loss Resolve(object identifier, Tensor yTrue, Tensor yPred) => identifier is not string name
        ? (Loss)identifier
        : name is not ("crossentropy" or "ce") ? KerasRegistry.Get<Loss>(name)
        : TargetKind.Of(yTrue, yPred) switch
        {
            TargetKind.Kind.Binary => new Losses.BinaryCrossentropy(),
            TargetKind.Kind.SparseCategorical => new Losses.SparseCategoricalCrossentropy(),
            _ => new Losses.CategoricalCrossentropy(),
        };

    private sealed record Part(Loss Loss, int Output, double? Weight)
    {
        public Mean? Tracker { get; set; }
    }
}
