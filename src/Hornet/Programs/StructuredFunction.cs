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
        return (Find(inputs, flat) ?? Add(inputs, flat)).Invoke(flat);
    }

    private Entry? Find(Nested<Tensor> inputs, List<Tensor> flat)
    {
        foreach (var entry in _entries)
        {
            if (entry.Matches(inputs, flat))
            {
                return entry;
            }
        }

        return null;
    }

    private Entry Add(Nested<Tensor> inputs, List<Tensor> flat)
    {
        lock (_lock)
        {
            if (Find(inputs, flat) is { } known)
            {
                return known;
            }

            var entry = new Entry(computation, inputs.Select(tensor => tensor?.Spec));
            _entries = [.. _entries, entry];
            return entry;
        }
    }

    /// <summary>One signature: the structure of the inputs, and the spec of each that is given.</summary>
    private sealed class Entry
    {
        private readonly Func<Nested<Tensor>, Nested<Tensor>> _computation;
        private readonly Nested<TensorSpec?> _signature;
        private readonly TensorSpec?[] _specs;
        private readonly int _given;
        private readonly CompiledFunction _compiled;
        private Nested<Tensor>? _outputs; // the structure; its tensors are those of a trace

        public Entry(Func<Nested<Tensor>, Nested<Tensor>> computation, Nested<TensorSpec?> signature)
        {
            (_computation, _signature) = (computation, signature);
            _specs = [.. signature.Flatten()];
            _given = _specs.Count(spec => spec is not null);
            _compiled = new CompiledFunction(Run);
        }

        public bool Matches(Nested<Tensor> inputs, List<Tensor> flat)
        {
            if (flat.Count != _specs.Length || !_signature.HasStructureOf(inputs))
            {
                return false;
            }

            for (var i = 0; i < _specs.Length; i++)
            {
                if (_specs[i] != flat[i]?.Spec)
                {
                    return false;
                }
            }

            return true;
        }

        public Nested<Tensor> Invoke(List<Tensor> inputs)
        {
            var given = new EagerTensor[_given];
            var next = 0;
            foreach (var input in inputs)
            {
                if (input is not null)
                {
                    given[next++] = (EagerTensor)input;
                }
            }

            var outputs = _compiled.Invoke(given);
            return _outputs!.Pack<Tensor>(outputs);
        }

        private Tensor[] Run(Tensor[] given)
        {
            var next = 0;
            _outputs = _computation(_signature.Select(spec => spec is not null ? given[next++] : null!));
            return [.. _outputs.Flatten()];
        }
    }
}
