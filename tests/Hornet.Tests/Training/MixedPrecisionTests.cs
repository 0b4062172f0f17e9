using Hornet.Layers;
using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>Models that compute in half precision and keep their weights in float32.</summary>
public sealed class MixedPrecisionTests
{
    [Theory]
    [InlineData("mixed_float16", DType.Float16)]
    [InlineData("mixed_bfloat16", DType.BFloat16)]
    public void Computes_in_half_precision_keeps_weights_in_full_and_learns(string policy, DType computed)
    {
        var (x, y) = Data();
        var model = Under(policy, Classifier);
        model.Compile(optimizer: new SGD(0.2), loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);

        var history = model.Fit(x, y, batchSize: 16, epochs: 40, verbose: 0);

        Assert.Equal(computed, model.Layers[0].Output.DType);
        Assert.Equal(DType.Float32, model.Output.DType); // the last layer's own policy
        Assert.All(model.Weights, weight => Assert.Equal(DType.Float32, weight.DType));
        Assert.True(history.Values("loss")[^1] < 0.7 * history.Values("loss")[0]);
    }

    [Fact]
    public void Training_in_half_precision_stays_near_training_in_full()
    {
        var (x, y) = Data();
        double[] losses = [.. new[] { "float32", "mixed_float16", "mixed_bfloat16" }.Select(policy =>
        {
            var model = Under(policy, Classifier);
            model.Compile(optimizer: new SGD(0.1), loss: "sparse_categorical_crossentropy");
            return model.Fit(x, y, batchSize: 16, epochs: 2, shuffle: false, verbose: 0).Values("loss")[^1];
        })];

        Assert.Equal(losses[0], losses[1], 1e-3);
        Assert.Equal(losses[0], losses[2], 1e-2);
        Assert.NotEqual(losses[0], losses[1]);
    }

    [Fact]
    public void The_loss_of_a_mixed_float16_model_is_scaled_unless_told_otherwise()
    {
        var model = Under("mixed_float16", Classifier);

        model.Compile(optimizer: "sgd", loss: "mse");
        var scaled = Assert.IsType<LossScaleOptimizer>(model.Optimizer);
        Assert.Equal("loss_scale_optimizer", scaled.Name);
        Assert.IsType<SGD>(scaled.InnerOptimizer);

        model.Compile(optimizer: scaled, loss: "mse");
        Assert.Same(scaled, model.Optimizer);

        model.Compile(optimizer: "sgd", loss: "mse", autoScaleLoss: false);
        Assert.IsType<SGD>(model.Optimizer);
        model.CompileFromConfig(model.GetCompileConfig()!);
        Assert.IsType<SGD>(model.Optimizer); // a file remembers

        var other = Under("mixed_bfloat16", Classifier);
        other.Compile(optimizer: "sgd", loss: "mse");
        Assert.IsType<SGD>(other.Optimizer);
    }

    private static Sequential Classifier()
    {
        Keras.Utils.SetRandomSeed(2);
        return new Sequential([
            Keras.Input([4]),
            new Dense(16, activation: "relu"),
            new Dense(3),
            new Activation("softmax", dtype: "float32"),
        ]);
    }

    private static Sequential Under(string policy, Func<Sequential> make)
    {
        var before = Keras.Config.DtypePolicy();
        Keras.Config.SetDtypePolicy(policy);
        try
        {
            return make();
        }
        finally
        {
            Keras.Config.SetDtypePolicy(before);
        }
    }

    // The class is the largest of the first three coordinates.
    private static (Tensor X, Tensor Y) Data()
    {
        var x = Keras.Random.Uniform([64, 4], seed: 7);
        return (x, Ops.Argmax(x[.., ..3], axis: -1));
    }
}
