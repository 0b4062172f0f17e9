using Hornet.Native;

namespace Hornet.Tests;

public sealed class AllocatorTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public void Memory_that_is_free_can_be_given_back()
    {
        var tensors = Enumerable.Range(0, 64).Select(_ => Aten.Full([Mebibyte], 1, DType.Float32)).ToList();
        var peak = Environment.WorkingSet;
        tensors.ForEach(tensor => tensor.Dispose());

        Allocator.ReleaseFreedMemory();

        if (OperatingSystem.IsLinux()) // others give it back by themselves, or decide when
        {
            Assert.InRange(Environment.WorkingSet, 0, peak - (64 * Mebibyte)); // of 256: other tests run, too
        }
    }
}
