using Hornet.Optimizers;
using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>Learning rates: numbers and schedules.</summary>
public sealed class LearningRateTests
{
    [Fact]
    public void It_converts_from_numbers_and_schedules()
    {
        LearningRate number = 0.5;
        LearningRate schedule = new ExponentialDecay(0.1, 10, 0.5);

        Assert.Equal((0.5, "0.5"), ((double)number, $"{number}"));
        Assert.IsType<ExponentialDecay>(schedule.Schedule);
    }

    [Fact]
    public void A_schedule_is_written_as_an_object()
    {
        var copy = (SGD)Keras.Optimizers.Deserialize(
            Keras.Optimizers.Serialize(new SGD(new ExponentialDecay(0.5, 10, 0.25))))!;

        Assert.Equal(0.25, Assert.IsType<ExponentialDecay>(copy.LearningRate.Schedule).DecayRate);
        Assert.Equal(0.5, copy.LearningRate.Value);
    }
}
