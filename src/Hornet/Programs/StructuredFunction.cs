namespace Hornet.Programs;

/// <summary>A computation on structures of tensors that is traced once for each signature, then replayed.</summary>
/// <remarks>Several threads may invoke it at once. What was left out (null) is part of the signature.</remarks>
internal sealed class StructuredFunction(Func<Nested<Tensor>, Nested<Tensor>> computation)
{
    private readonly Lock _lock = new();
    private volatile Entry[] _entries = []; // replaced, never changed, so that reading takes no lock

    public Nested<Tensor> Invoke(Nested<Tensor> inputs)
    {
        var flat = inputs.Flatten();
        var entry = Find(inputs, flat) ?? Add(inputs, flat);
        var given = new EagerTensor[flat.Count(tensor => tensor is not null)];
        var next = 0;
        foreach (var tensor in flat)
        {
            if (tensor is not null)
            {
                given[next++] = (EagerTensor)tensor;
            }
        }

        return entry.Invoke(given);
    }

    private Entry? Find(Nested<Tensor> inputs, List<Tensor> flat) =>
        Array.Find(_entries, entry => entry.Matches(inputs, flat));

    private Entry Add(Nested<Tensor> inputs, List<Tensor> flat)
    {
        lock (_lock)
        {
            if (Find(inputs, flat) is { } known)
            {
                return known;
            }

            var entry = new Entry(computation, inputs.Select(tensor => tensor is not null));
            _entries = [.. _entries, entry];
            return entry;
        }
    }

    /// <summary>One structure of inputs.</summary>
    private sealed class Entry
    {
        private readonly Func<Nested<Tensor>, Nested<Tensor>> _computation;
        private readonly Nested<bool> _given;
        private readonly CompiledFunction _compiled;
        private Nested<Tensor>? _outputs; // the structure; its tensors are those of a trace

        public Entry(Func<Nested<Tensor>, Nested<Tensor>> computation, Nested<bool> given)
        {
            (_computation, _given) = (computation, given);
            _compiled = new CompiledFunction(Run);
        }

        public bool Matches(Nested<Tensor> inputs, List<Tensor> flat) =>
            _given.HasStructureOf(inputs)
                && _given.Flatten().Zip(flat).All(pair => pair.First == pair.Second is not null);

        public Nested<Tensor> Invoke(EagerTensor[] inputs)
        {
            var outputs = _compiled.Invoke(inputs);
            return _outputs!.Pack<Tensor>(outputs);
        }

        private Tensor[] Run(Tensor[] given)
        {
            var next = 0;
            _outputs = _computation(_given.Select(isGiven => isGiven ? given[next++] : null!));
            return [.. _outputs.Flatten()];
        }
    }
}
