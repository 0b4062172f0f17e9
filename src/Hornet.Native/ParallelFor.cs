using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>Runs managed code on the threads that libtorch's own kernels use.</summary>
/// <remarks>
/// .NET's <c>Parallel.For</c> would compete with those threads, which spin for a while after each kernel. A call inside
/// a body runs on that body's thread.
/// </remarks>
internal static unsafe class ParallelFor
{
    /// <summary>
    /// Splits a range into parts of at least <paramref name="grain"/> and gives each to the body, on several threads
    /// at once. Nothing is allocated, provided that the body is static: what it needs comes in the state.
    /// </summary>
    /// <exception cref="Exception">The first one that a body threw, after all parts have ended.</exception>
    public static void Run<TState>(long begin, long end, long grain, TState state, Action<long, long, TState> body)
        where TState : allows ref struct
    {
        Subnormals.FlushInWorkers();
        var job = new Job<TState>(state, body);
        Exception? failure = null;

#pragma warning disable CS8500 // Both live on this stack frame, which outlives the call.
        var context = new Context(&RunPart<TState>, &job, &failure);
#pragma warning restore CS8500
        var failed = Exports.torch_parallel_for(begin, end, grain, &Enter, &context);

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (failed != 0)
        {
            throw new LibTorchException("parallel_for", $"{begin}, {end}, {grain}", LastError.Text);
        }
    }

    // Not generic, since native code cannot call a generic method. No exception may leave it: native frames are below.
    [UnmanagedCallersOnly]
    private static void Enter(long begin, long end, void* context)
    {
        var call = (Context*)context;
        ref var first = ref Unsafe.AsRef<Exception?>(call->Failure);
        if (Volatile.Read(ref first) is not null)
        {
            return;
        }

        try
        {
            call->Run(call->Job, begin, end);
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref first, e, null);
        }
    }

#pragma warning disable CS8500 // See Run.
    private static void RunPart<TState>(void* job, long begin, long end)
        where TState : allows ref struct
    {
        ref var typed = ref *(Job<TState>*)job;
        typed.Body(begin, end, typed.State);
    }
#pragma warning restore CS8500

    private readonly struct Context(delegate*<void*, long, long, void> run, void* job, void* failure)
    {
        public readonly delegate*<void*, long, long, void> Run = run;
        public readonly void* Job = job;
        public readonly void* Failure = failure;
    }

    private readonly ref struct Job<TState>(TState state, Action<long, long, TState> body)
        where TState : allows ref struct
    {
        public readonly TState State = state;
        public readonly Action<long, long, TState> Body = body;
    }
}
