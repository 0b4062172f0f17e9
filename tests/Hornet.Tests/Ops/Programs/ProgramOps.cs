using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet.Tests;

/// <summary>Ops that passes make, run by themselves.</summary>
internal static class ProgramOps
{
    /// <summary>The ops of a name in a program.</summary>
    public static Primitive[] Of(Programs.Program program, string name) =>
        [.. program.Instructions.Select(one => one.Primitive).Where(one => one.GetType().Name == name)];

    /// <summary>What an op gives, by its own kernel; asserts that the results are as it says beforehand.</summary>
    public static Tensor[] Run(Primitive op, params EagerTensor[] inputs)
    {
        var specs = op.Infer(Array.ConvertAll(inputs, input => input.Spec));
        var outputs = new TensorHandle[specs.Length];
        op.Run(Array.ConvertAll(inputs, input => input.Handle), outputs);
        var results = Array.ConvertAll(outputs, output => (Tensor)new EagerTensor(output));
        Assert.Equal(specs, results.Select(result => result.Spec));
        return results;
    }

    /// <summary>Asserts that what a pass has made says that it has no gradient.</summary>
    public static void HasNoGradient(Primitive op) =>
        Assert.Throws<InvalidOperationException>(() => op.Vjp([Ops.Ones([1])], null!));
}
