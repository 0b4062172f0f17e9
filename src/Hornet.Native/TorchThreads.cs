namespace Hornet.Native;

/// <summary>The threads that libtorch computes with.</summary>
public static class TorchThreads
{
    /// <summary>How many kernels may run on at once. The environment variable <c>OMP_NUM_THREADS</c> sets it.</summary>
    public static int Count
    {
        get
        {
            return Exports.torch_get_num_threads(out var count) == 0
                ? (int)count
                : throw new LibTorchException("get_num_threads", string.Empty, LastError.Text);
        }
    }
}
