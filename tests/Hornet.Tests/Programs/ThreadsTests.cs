using Hornet.Layers;
using Hornet.Optimizers;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Programs that several threads run at once.</summary>
public sealed class ThreadsTests
{
    // A step overwrites one weight after another, and a prediction may begin between two of them: what it reads is a
    // value that each weight has had, but not all of them at one time.
    [Fact]
    public async Task Predictions_go_on_while_a_model_trains()
    {
        var x = Compiled.Values([16, 8], hasSpecial: false);
        var model = new Sequential([Keras.Input([8]), new Dense(32, "relu"), new Dense(3, "softmax")]);
        model.Compile(new Adam(0.01), "mse");
        model.TrainOnBatch(x, Ops.Zeros([16, 3]));
        var isDone = false;
        var predicting = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var count = 0;
            while (!Volatile.Read(ref isDone) || count == 0)
            {
                var y = model.PredictOnBatch(x).Value;
                Assert.Equal([16, 3], y.Shape);
                Assert.All(Ops.Sum(y, -1).ToArray<float>(), sum => Assert.Equal(1, sum, 1e-5));
                count++;
            }
        })).ToArray();

        for (var step = 0; step < 300; step++)
        {
            model.TrainOnBatch(x, Ops.Zeros([16, 3]));
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(predicting);
    }

    [Fact]
    public void One_variable_is_read_whole()
    {
        var variable = new Variable(Ops.Zeros([40, 100]));
        var write = new CompiledFunction(_ =>
        {
            variable.Assign(variable.Value + 1);
            return [];
        });
        var read = new CompiledFunction(_ => [variable.Value * 1]);
        write.Invoke();

        Parallel.For(0, 400, i =>
        {
            if (i % 4 == 0)
            {
                write.Invoke();
            }
            else
            {
                Assert.Single(read.Invoke()[0].ToArray<float>().Distinct());
            }
        });
    }

    [Fact]
    public void One_signature_is_traced_once()
    {
        var count = 0;
        var compiled = new CompiledFunction(t =>
        {
            Interlocked.Increment(ref count);
            return [t[0] * 2];
        });
        var x = Compiled.Values([50], hasSpecial: false);

        Parallel.For(0, 100, _ => Compiled.AreSameBits(x * 2, compiled.Invoke(x)[0], "the result"));

        Assert.Equal(1, count);
    }
}
