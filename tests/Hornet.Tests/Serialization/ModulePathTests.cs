using Hornet.Serialization;

namespace Hornet.Tests;

public class ModulePathTests
{
    [Theory]
    [InlineData("keras.layers", "keras.layers")]
    [InlineData("keras.src.layers.core.dense", "keras.layers")]
    [InlineData("keras.layers.core.dense", "keras.layers")]
    [InlineData("tf_keras.src.layers.core.dense", "keras.layers")]
    [InlineData("tensorflow.python.keras.layers.core", "keras.layers")]
    [InlineData("keras.src.models.functional", "keras.src.models.functional")]
    [InlineData("keras.models", "keras")]
    [InlineData("keras.engine.sequential", "keras")]
    [InlineData("keras.engine.input_layer", "keras.layers")]
    [InlineData("tf_keras.src.engine.functional", "keras.src.models.functional")]
    [InlineData("keras.src.backend.torch.optimizers.torch_adam", "keras.optimizers")]
    [InlineData("keras.src.optimizers.schedules.learning_rate_schedule", "keras.optimizers.schedules")]
    [InlineData("keras.optimizers.legacy", "keras.optimizers")]
    [InlineData("keras.src.dtype_policies.dtype_policy", "keras")]
    public void Old_and_inner_modules_mean_the_public_one(string written, string module) =>
        Assert.True(ModulePath.Match(written, module) > 0);

    [Theory]
    [InlineData("os", "keras")]
    [InlineData("keras_evil.layers", "keras.layers")]
    [InlineData("keras.layersx", "keras.layers")]
    [InlineData("keras.losses", "keras.layers")]
    [InlineData("keras", "keras.layers")]
    [InlineData("keras.engine.layer", "keras.optimizers")]
    [InlineData("keras.src.ops.numpy", "keras.layers")]
    [InlineData("my.keras.layers", "keras.layers")]
    [InlineData("keras.layers", "")]
    public void Other_modules_do_not(string written, string module) =>
        Assert.Equal(0, ModulePath.Match(written, module));

    [Fact]
    public void The_nearest_module_matches_best() => Assert.True(
        ModulePath.Match("keras.src.optimizers.schedules.x", "keras.optimizers.schedules")
        > ModulePath.Match("keras.src.optimizers.schedules.x", "keras.optimizers"));
}
