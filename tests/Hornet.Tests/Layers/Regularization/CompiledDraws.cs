using Hornet.Layers;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>A random layer that is compiled draws the numbers, call by call, that it draws eagerly.</summary>
internal static class CompiledDraws
{
    public static void Check(Func<Layer> make, Shape shape)
    {
        var (eager, traced, x) = (make(), make(), (EagerTensor)Ops.Ones(shape));
        var compiled = new CompiledFunction(inputs => [traced.Apply(inputs[0], training: true)]);
        var first = eager.Apply(x, training: true).ToArray<float>();
        var second = eager.Apply(x, training: true).ToArray<float>();

        Assert.NotEqual(first, second);
        Assert.Equal(first, compiled.Invoke(x)[0].ToArray<float>());
        Assert.Equal(second, compiled.Invoke(x)[0].ToArray<float>());
    }
}
