using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>A step that is replayed allocates for what goes in and comes out, not for each layer.</summary>
public sealed class ReplayAllocationTests
{
    private const int Samples = 64;

    [Fact]
    public void A_deeper_model_allocates_no_more_a_step()
    {
        var (shallow, deep) = (BytesOfAStep(1), BytesOfAStep(9));

        Assert.InRange(deep, 0, shallow + (8 * 100)); // far less than a tensor for each layer
    }

    // Of long and short epochs: what an epoch allocates besides its steps is taken off.
    private static long BytesOfAStep(int depth)
    {
        var model = Deep(depth);
        model.Compile(optimizer: "adam", loss: "mse");
        Fit(model, batchSize: 1); // traces
        Fit(model, batchSize: 2);
        Fit(model, batchSize: 1);
        return (Fit(model, batchSize: 1) - Fit(model, batchSize: 2)) / (Samples / 2);
    }

    private static long Fit(Model model, int batchSize)
    {
        var x = Tensor.From([Samples, 8, 8, 16], new float[Samples * 8 * 8 * 16]);
        var y = Tensor.From([Samples, 2], new float[Samples * 2]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        model.Fit(x, y, batchSize: batchSize, epochs: 1, verbose: 0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Model Deep(int depth)
    {
        Tensor input = Keras.Input([8, 8, 16]);
        var y = input;
        for (var i = 0; i < depth; i++)
        {
            y = new Conv2D(16, kernelSize: 3, padding: "same").Apply(y);
            y = new BatchNormalization().Apply(y);
            y = new Activation("relu").Apply(y);
        }

        return new Model(input, new Dense(2).Apply(new GlobalAveragePooling2D().Apply(y)));
    }
}
