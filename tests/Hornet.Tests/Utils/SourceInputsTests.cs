using Hornet.Layers;

namespace Hornet.Tests;

public sealed class SourceInputsTests
{
    [Fact]
    public void The_inputs_of_a_graph_are_found_once_each()
    {
        var (first, second) = (Keras.Input([3]), Keras.Input([3]));
        var sum = (KerasTensor)(new Dense(3).Apply(first) + second + first);

        Assert.Equal([first, second], Keras.Utils.GetSourceInputs(sum));
    }

    [Fact]
    public void A_tensor_that_was_not_computed_is_its_own_source()
    {
        var alone = new KerasTensor([3]);

        Assert.Equal([alone], Keras.Utils.GetSourceInputs(alone));
    }
}
