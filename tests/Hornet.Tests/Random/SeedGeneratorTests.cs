using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class SeedGeneratorTests
{
    [Fact]
    public void Its_state_is_a_variable_named_as_Kerass()
    {
        Keras.ClearSession();
        var (first, second) = (new SeedGenerator(), new SeedGenerator());

        Assert.Equal("seed_generator/seed_generator_state", first.State.Path);
        Assert.Equal("seed_generator_1/seed_generator_state", second.State.Path);
        Assert.Equal(new TensorSpec([2], DType.UInt32), first.State.Spec);
        Assert.False(first.State.Trainable);
    }

    [Fact]
    public void Is_made_again_from_its_configuration()
    {
        var config = KerasRegistry.SerializeObject(new SeedGenerator(uint.MaxValue, "seeds"));
        var again = KerasRegistry.Deserialize<SeedGenerator>(config)!;

        Assert.Equal(
            """{"module":"keras.random","class_name":"SeedGenerator","config":{"seed":4294967295,"name":"seeds"},""" +
            "\"registered_name\":null}", config.ToJsonString());
        Assert.Equal([uint.MaxValue, 0], again.State.Value.ToArray<uint>());
    }
}
