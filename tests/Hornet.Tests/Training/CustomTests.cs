using Hornet.Layers;
using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>What users write themselves: layers with layers inside, losses, steps.</summary>
public sealed partial class CustomTests
{
    [Fact]
    public void A_layer_owns_what_is_in_its_fields_and_lists()
    {
        var layer = new Block(depth: 3);
        layer.Apply(new float[2, 4]);

        Assert.Equal(8, layer.Weights.Count);
        Assert.Equal(layer.Weights.Count, layer.TrainableWeights.Count);
        layer.Trainable = false;
        Assert.Empty(layer.TrainableWeights);
    }

    [Fact]
    public void A_subclassed_model_trains_compiled_and_eagerly_alike()
    {
        double[] Losses(bool runEagerly)
        {
            Keras.ClearSession();
            Keras.Utils.SetRandomSeed(1);
            var model = new Net();
            model.Compile(optimizer: new SGD(0.1), loss: "mse", runEagerly: runEagerly);
            return [.. model.Fit(X(), Y(), epochs: 3, verbose: 0, shuffle: false).Values("loss")];
        }

        Assert.Equal(Losses(runEagerly: true), Losses(runEagerly: false));
    }

    [Fact]
    public void A_train_step_of_ones_own_is_traced_once_and_replayed()
    {
        var model = new OwnStep();
        model.Compile(optimizer: new SGD(0.1));

        var history = model.Fit(X(), Y(), batchSize: 8, epochs: 4, verbose: 0);

        Assert.Equal(1, model.Calls);
        Assert.True(history.Values("own")[^1] < history.Values("own")[0]);
    }

    [Fact]
    public void A_penalty_of_a_layer_is_part_of_the_loss()
    {
        var model = new Sequential([Keras.Input([4]), new Dense(1, kernelInitializer: "ones"), new Penalty()]);
        model.Compile(loss: "mse");

        var loss = model.Evaluate(new float[2, 4], new float[2, 1], verbose: 0)["loss"];

        Assert.Equal(3, loss, 1e-6);
    }

    [Fact]
    public void A_tensor_kept_from_a_trace_says_that_it_has_ended()
    {
        var model = new Keeper();
        model.Compile(optimizer: "sgd", loss: "mse");
        model.TrainOnBatch(X(), Y());

        var e = Assert.Throws<InvalidOperationException>(() => model.TrainOnBatch(new float[3, 4], new float[3, 1]));

        Assert.Contains("another trace", e.Message, StringComparison.Ordinal);
    }

    private static Tensor X() => Ops.Reshape(Ops.Arange(32.0), [8, 4]) / 32;

    private static Tensor Y() => Ops.Sum(X(), axis: 1, keepdims: true);

    private sealed partial class Block(int depth) : Layer
    {
        private readonly List<Layer> _inner = [.. Enumerable.Range(0, depth).Select(_ => new Dense(4))];

        private readonly Dense _last = new(4);

        protected override Tensor Call(Tensor x, CallContext context) =>
            _last.Apply(_inner.Aggregate(x, (y, layer) => layer.Apply(y)));
    }

    private sealed partial class Net : Model
    {
        private readonly Dense _hidden = new(8, activation: "tanh");
        private readonly Dense _output = new(1);

        protected override Tensor Call(Tensor x, CallContext context) => _output.Apply(_hidden.Apply(x));
    }

    private sealed partial class OwnStep : Model
    {
        private readonly Dense _dense = new(1);

        public int Calls { get; private set; }

        protected override Tensor Call(Tensor x, CallContext context) => _dense.Apply(x);

        protected override Nested<Tensor> TrainStep(Batch batch)
        {
            Calls++;
            using var tape = new GradientTape();
            var error = Apply(batch.X, training: true) - batch.Y!.Value;
            var loss = Ops.Mean(error * error);
            Optimizer!.Apply(tape.Gradients(loss, TrainableWeights), TrainableWeights);
            return new Dictionary<string, Tensor> { ["own"] = loss };
        }
    }

    private sealed partial class Penalty : Layer
    {
        protected override Tensor Call(Tensor x, CallContext context)
        {
            AddLoss(Ops.Sum(x * 0) + 3);
            return x;
        }
    }

    private sealed partial class Keeper : Model
    {
        private readonly Dense _dense = new(1);
        private Tensor? _kept;

        protected override Tensor Call(Tensor x, CallContext context)
        {
            var y = _dense.Apply(x);
            _kept ??= y;
            return y + Ops.Mean(_kept);
        }
    }
}
