using Hornet.Metrics;
using Hornet.Programs;
using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class MetricTests
{
    private static readonly float[,] s_target = { { 0, 1 }, { 1, 0 } };
    private static readonly float[,] s_predictions = { { 0.25f, 0.75f }, { 0.5f, 0.25f } };

    [Theory]
    [InlineData("mse")]
    [InlineData("RootMeanSquaredError")]
    [InlineData("binary_accuracy")]
    [InlineData("categorical_accuracy")]
    [InlineData("top_k_categorical_accuracy")]
    [InlineData("cosine_similarity")]
    [InlineData("hinge")]
    [InlineData("binary_crossentropy")]
    public void A_traced_step_gathers_what_an_eager_one_does(string name)
    {
        Metric eager = name;
        Metric traced = name;
        var step = new CompiledFunction(t => [traced.Apply(t[0], t[1], t[2])]);
        EagerTensor weights = Tensor.From([2], [0.5f, 2]);
        Tensor? result = null;
        for (var i = 0; i < 3; i++)
        {
            result = step.Invoke(Tensor.From(s_target), Tensor.From(s_predictions), weights)[0];
            eager.UpdateState(s_target, s_predictions, weights);
        }

        Assert.Equal(eager.Result().Item<float>(), result!.Item<float>());
        Assert.Equal(
            eager.Variables.Select(variable => variable.Value.Item<float>()),
            traced.Variables.Select(variable => variable.Value.Item<float>()));
    }

    [Fact]
    public void Its_variables_are_states_that_training_leaves_alone()
    {
        var metric = new Pair("a/b");

        Assert.Equal(["mean/total", "mean/count"], metric.Inner.Variables.Select(variable => variable.Path));
        Assert.Equal(["a>b/seen", "mean/total", "mean/count"], metric.Variables.Select(variable => variable.Path));
        Assert.All(metric.Variables, variable => Assert.False(variable.Trainable));
        Assert.Equal(metric.Variables, ((IStateful)metric).States);
    }

    [Fact]
    public void A_reset_forgets_all()
    {
        var metric = new Pair();
        metric.UpdateState(s_target, s_predictions);
        metric.ResetState();

        Assert.All(metric.Variables, variable => Assert.Equal(0f, variable.Value.Item<float>()));
    }

    [Fact]
    public void What_a_mask_leaves_out_does_not_count()
    {
        Tensor predictions = s_predictions;
        predictions.KerasMask = new[] { true, false };

        Assert.Equal(0.0625f, new MeanSquaredError().Apply(s_target, predictions).Item<float>());
    }

    [Fact]
    public void A_name_is_a_metric()
    {
        Metric metric = "mae";

        Assert.IsType<MeanAbsoluteError>(metric);
        Assert.Throws<ArgumentException>(() => (Metric)"nope");
    }

    [Fact]
    public void Accuracies_get_better_upwards_and_errors_downwards()
    {
        Assert.Equal(MetricDirection.Up, ((Metric)"binary_accuracy").Direction);
        Assert.Equal(MetricDirection.Down, ((Metric)"mse").Direction);
        Assert.Equal(MetricDirection.Unknown, new Mean().Direction);
    }

    private sealed partial class Pair : Metric
    {
        private readonly Variable _seen;

        public Pair(string? name = null)
            : base(name) => _seen = AddVariable([], name: "seen");

        public Mean Inner { get; } = new();

        public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
        {
            _seen.AssignAdd(1.0);
            Inner.UpdateState(yPred - yTrue, sampleWeight);
        }

        public override Tensor Result() => Inner.Result();

        protected override void Track(Tracker tracker)
        {
            base.Track(tracker);
            tracker.Add("seen", _seen);
            tracker.Add("inner", Inner);
        }
    }
}
