using System.Runtime.InteropServices;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Numbers too small for full precision are zero inside a program, and only there.</summary>
public sealed class SubnormalsTests
{
    private static readonly bool s_isSupported =
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    [Fact]
    public void They_are_zero_inside_a_program_and_there_again_after_it()
    {
        float[] numbers = [1e-30f, 1, -1e-30f];
        var compiled = new CompiledFunction(t => [t[0] * 1e-10f]);

        var inside = compiled.Invoke(Tensor.From([3], numbers))[0].ToArray<float>();
        var after = Array.ConvertAll(numbers, x => x * 1e-10f);

        Assert.Equal(s_isSupported, inside[0] == 0 && inside[2] == 0);
        Assert.Equal(1e-10f, inside[1]);
        Assert.All(after, x => Assert.NotEqual(0, x));
    }

    [Fact]
    public void They_are_there_again_after_a_program_that_failed()
    {
        var compiled = new CompiledFunction(t => [t[0] * 1e-10f]);
        var freed = Tensor.From([1], new[] { 1f });
        compiled.Invoke(freed);
        _ = freed.Spec;
        freed.Dispose();

        Assert.Throws<ObjectDisposedException>(() => compiled.Invoke(freed));
        Assert.All(new[] { 1e-30f }, x => Assert.NotEqual(0, x * 1e-10f));
    }
}
