namespace Hornet.Programs;

/// <summary>A computation that is traced once for each signature of its inputs, then replayed.</summary>
/// <remarks>Several threads may invoke it at once.</remarks>
internal sealed class CompiledFunction(Func<Tensor[], Tensor[]> computation)
{
    private readonly Lock _lock = new();
    private volatile Entry[] _entries = []; // replaced, never changed, so that reading takes no lock

    public EagerTensor[] Invoke(params ReadOnlySpan<EagerTensor> inputs) =>
        (Find(inputs) ?? Compile(inputs)).Run(inputs);

    private Executable? Find(ReadOnlySpan<EagerTensor> inputs)
    {
        foreach (var entry in _entries)
        {
            if (entry.Matches(inputs))
            {
                return entry.Executable;
            }
        }

        return null;
    }

    private Executable Compile(ReadOnlySpan<EagerTensor> inputs)
    {
        lock (_lock)
        {
            if (Find(inputs) is { } known)
            {
                return known;
            }

            TensorSpec[] signature = [.. inputs.ToArray().Select(input => input.Spec)];
            var executable = new Executable(Passes.Optimize(Trace.Compile(computation, signature)));
            _entries = [.. _entries, new Entry(signature, executable)];
            return executable;
        }
    }

    private sealed record Entry(TensorSpec[] Signature, Executable Executable)
    {
        public bool Matches(ReadOnlySpan<EagerTensor> inputs)
        {
            for (var i = 0; i < Signature.Length; i++)
            {
                if (Signature[i] != inputs[i].Spec)
                {
                    return false;
                }
            }

            return Signature.Length == inputs.Length;
        }
    }
}
