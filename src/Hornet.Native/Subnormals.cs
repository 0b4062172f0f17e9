using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>Inside it, numbers too small for full precision count as zero, in this thread and in libtorch's.</summary>
/// <remarks>
/// As in XLA, and so in Keras on JAX. A processor computes with such numbers up to a hundred times slower, and weights
/// that get no gradient any more end there: a step of Adam's took 3.5 ms instead of 0.3 ms.
/// </remarks>
internal readonly unsafe ref partial struct Subnormals : IDisposable
{
    private const uint FlushResults = 1 << 15; // FTZ, in the register MXCSR
    private const uint FlushOperands = 1 << 6; // DAZ

    // musl has its own C library, other processors another register.
    private static readonly bool s_isSupported = OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture == Architecture.X64 && NativeLibrary.TryLoad("libm.so.6", out _);

    [ThreadStatic]
    private static bool t_workersFlush;

    [ThreadStatic]
    private static int t_depth;

    private readonly FloatingPoint _outer;
    private readonly bool _isSet;

    private Subnormals(FloatingPoint outer) => (_outer, _isSet) = (outer, true);

    /// <summary>Begins; where the system is not known, nothing changes.</summary>
    public static Subnormals Flush()
    {
        if (!s_isSupported)
        {
            return default;
        }

        var outer = Set();
        t_depth++;
        if (LibTorch.IsLoaded)
        {
            FlushInWorkers();
        }

        return new Subnormals(outer);
    }

    /// <summary>Called before libtorch's threads compute something: it may have been loaded since this began.</summary>
    public static void FlushInWorkers()
    {
        if (t_depth > 0 && !t_workersFlush)
        {
            // Each thread of this one's team gets a part, and keeps its setting: it runs nothing but kernels.
            t_workersFlush = true;
            ParallelFor.Run(0, TorchThreads.Count, 1, 0, static (_, _, _) => Set());
        }
    }

    public void Dispose()
    {
        if (_isSet)
        {
            t_depth--;
            var outer = _outer;
            _ = fesetenv(&outer);
        }
    }

    private static FloatingPoint Set()
    {
        FloatingPoint now;
        _ = fegetenv(&now);
        var flushing = now;
        flushing.Mxcsr |= FlushResults | FlushOperands;
        _ = fesetenv(&flushing);
        return now;
    }

    [LibraryImport("libm.so.6"), SuppressGCTransition]
    private static partial int fegetenv(FloatingPoint* environment);

    [LibraryImport("libm.so.6"), SuppressGCTransition]
    private static partial int fesetenv(FloatingPoint* environment);

    // C's fenv_t of x86-64: the old coprocessor's state, then the register that counts.
    [StructLayout(LayoutKind.Sequential)]
    private struct FloatingPoint
    {
        private fixed byte _coprocessor[28];
        public uint Mxcsr;
    }
}
