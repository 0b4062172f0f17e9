using Hornet.Native;

namespace Hornet;

/// <summary>The sizes of a recurrent computation, and which of its inputs there are.</summary>
internal sealed record RecurrentLayout(
    int Batch, int Steps, int Features, int Units, bool HasBias, bool HasState, bool HasMask, bool GoBackwards)
{
    private const int Block = 16; // rows of which all steps are computed at a time: what they need stays in the cache

    /// <summary>Which step of the input is computed as the t-th.</summary>
    public int StepAt(int t) => GoBackwards ? Steps - 1 - t : t;

    /// <summary>Gives the rows of a batch to libtorch's threads: no row needs another one's numbers.</summary>
    /// <param name="work">How many products a row takes.</param>
    /// <param name="job">What the body needs.</param>
    /// <param name="body">Computes the rows from one to another.</param>
    public void ForRows<TJob>(long work, in TJob job, Action<int, int, TJob> body)
        where TJob : allows ref struct
    {
        var group = Batch >= 4 * TorchThreads.Count ? 4 : 1; // four rows share what is read of the weights
        var grain = Math.Max(1, (1 << 18) / Math.Max(1, work * group));
        var all = new Part<TJob> { Job = job, Body = body, Group = group, Batch = Batch };
        ParallelFor.Run(0, (Batch + group - 1) / group, grain, all, static (begin, end, part) =>
        {
            var last = (int)Math.Min(end * part.Group, part.Batch);
            for (var row = (int)begin * part.Group; row < last; row += Block)
            {
                part.Body(row, Math.Min(row + Block, last), part.Job);
            }
        });
    }

    private ref struct Part<TJob>
        where TJob : allows ref struct
    {
        public TJob Job;
        public Action<int, int, TJob> Body;
        public int Group;
        public int Batch;
    }
}

/// <summary>The inputs of a recurrent computation, in the order of the primitive.</summary>
internal readonly ref struct RecurrentInputs
{
    private readonly ReadOnlySpan<Address> _all;
    private readonly RecurrentLayout _layout;

    public RecurrentInputs(ReadOnlySpan<Address> all, RecurrentLayout layout)
    {
        _all = all;
        _layout = layout;
    }

    public Address X => _all[0];

    public Address Kernel => _all[1];

    public Address Recurrent => _all[2];

    public Address Bias => _layout.HasBias ? _all[3] : default;

    /// <summary>Whether a step of a row counts.</summary>
    public bool Counts(int row, int step) =>
        !_layout.HasMask || _all[^1].Skip<byte>(((long)row * _layout.Steps) + step).First<byte>() != 0;

    /// <summary>A state before the first step; nowhere where it is zeros.</summary>
    public Address State(int index) => _layout.HasState ? _all[(_layout.HasBias ? 4 : 3) + index] : default;
}

/// <summary>Hands out parts of a block of memory, each aligned to a cache line.</summary>
internal struct Allotment<T>
    where T : unmanaged
{
    private const long Line = 64; // elements: at least a cache line of any dtype

    private Address _next;

    public Allotment(params ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += Rounded(count);
        }

        _next = Scratch.Get(sum * Lanes<T>.Size);
    }

    public Address Take(long count)
    {
        var taken = _next;
        _next = _next.Skip<T>(Rounded(count));
        return taken;
    }

    private static long Rounded(long count) => (count + Line - 1) / Line * Line;
}
