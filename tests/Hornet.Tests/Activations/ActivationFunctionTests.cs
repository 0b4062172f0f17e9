namespace Hornet.Tests;

public sealed class ActivationFunctionTests
{
    [Theory]
    [InlineData("gelu", -0.158655f)]
    [InlineData("swish", -0.268941f)]
    [InlineData("linear", -1)]
    [InlineData("exponential", 0.367879f)]
    public void Is_found_by_its_name(string name, float expected)
    {
        ActivationFunction activation = name;

        Assert.Equal(expected, activation.Apply(new float[] { -1 }).Item<float>(), 1e-5f);
    }

    [Fact]
    public void Has_the_name_that_configurations_have()
    {
        Assert.Equal("silu", ActivationFunction.Get("swish").Name);
        Assert.Equal(ActivationFunction.Get("silu"), ActivationFunction.Get("swish"));
        Assert.Equal("hard_silu", Keras.Activations.Serialize("hard_swish"));
        Assert.Equal("linear", Keras.Activations.Get((string?)null).Name);
        Assert.Equal("tanh", Keras.Activations.Deserialize("tanh").Name);
    }

    [Fact]
    public void Of_an_unknown_name_says_which_there_are()
    {
        Assert.Contains("Received: 'ReLU'", Message(() => ActivationFunction.Get("ReLU")), StringComparison.Ordinal);
        Assert.Contains("'silu'", Message(() => Keras.Activations.Deserialize("swish")), StringComparison.Ordinal);
        Assert.Contains("threshold", Message(() => ActivationFunction.Get("threshold").Apply(1f)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ones_own_is_not_saved_by_name()
    {
        var own = new ActivationFunction("relu", x => x * 2);

        Assert.NotEqual(ActivationFunction.Get("relu"), own);
        Assert.Throws<ArgumentException>(() => Keras.Activations.Serialize(own));
    }

    [Fact]
    public void Takes_no_symbolic_tensor_where_Keras_takes_none()
    {
        var x = new KerasTensor([null, 4]);

        Assert.Throws<ArgumentException>(() => Keras.Activations.Mish(x));
        Assert.Throws<ArgumentException>(() => Keras.Activations.Sparsemax(x));
        Assert.Equal([null, 4], Keras.Activations.Silu(x).Shape);
    }

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
