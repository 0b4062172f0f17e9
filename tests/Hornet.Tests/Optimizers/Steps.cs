using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>Steps of optimizers on one variable.</summary>
internal static class Steps
{
    /// <summary>The variable's elements after some steps, each with the same gradient.</summary>
    public static float[] Run(Optimizer optimizer, float[] start, float[] gradient, int steps = 1)
    {
        var variable = new Variable(start, name: "w");
        for (var i = 0; i < steps; i++)
        {
            optimizer.Apply([gradient], [variable]);
        }

        return variable.Value.ToArray<float>();
    }

    public static void AreNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
