using Hornet.Initializers;
using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>get, serialize and deserialize of each kind of object.</summary>
public sealed class LookupTests
{
    [Fact]
    public void What_a_name_finds_comes_back_from_what_it_is_written_as()
    {
        Assert.IsType<HeNormal>(Keras.Initializers.Deserialize(
            Keras.Initializers.Serialize(Keras.Initializers.Get("he_normal"))));
        Assert.IsType<Hornet.Losses.MeanSquaredError>(Keras.Losses.Deserialize(
            Keras.Losses.Serialize(Keras.Losses.Get("mse"))));
        Assert.IsType<Hornet.Metrics.MeanSquaredError>(Keras.Metrics.Deserialize(
            Keras.Metrics.Serialize(Keras.Metrics.Get("mse"))));
        var dense = Assert.IsType<Dense>(Keras.Layers.Deserialize(Keras.Layers.Serialize(new Dense(3, name: "d"))));
        Assert.Equal(("d", 3), (dense.Name, dense.Units));
    }

    [Fact]
    public void A_name_that_is_none_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Keras.Initializers.Get("he_abnormal"));

        Assert.Contains("GlorotUniform", error.Message, StringComparison.Ordinal);
        Assert.Contains("he_abnormal", error.Message, StringComparison.Ordinal);
    }
}
