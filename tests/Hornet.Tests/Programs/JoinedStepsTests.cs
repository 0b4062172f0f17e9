using Hornet.Optimizers;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Steps whose updates are one kernel: where they lead, and where the variables lie.</summary>
public sealed class JoinedStepsTests
{
    private static readonly Dictionary<string, Func<Optimizer>> s_optimizers = new()
    {
        ["SGD"] = () => new SGD(0.1),
        ["SGD with momentum"] = () => new SGD(0.1, momentum: 0.9, nesterov: true, weightDecay: 0.01),
        ["RMSprop"] = () => new RMSprop(momentum: 0.9, centered: true),
        ["Adam"] = () => new Adam(),
        ["Adam that keeps averages"] = () => new Adam(useEma: true, emaOverwriteFrequency: 2),
        ["Adam that accumulates"] = () => new Adam(gradientAccumulationSteps: 2, weightDecay: 0.1),
        ["AMSGrad"] = () => new Adam(amsgrad: true, clipvalue: 0.5),
        ["AdamW"] = () => new AdamW(0.01),
        ["Nadam"] = () => new Nadam(),
        ["Lion"] = () => new Lion(weightDecay: 0.01),
        ["Adagrad"] = () => new Adagrad(),
        ["Adamax"] = () => new Adamax(),
        ["Adafactor"] = () => new Adafactor(),
        ["Lamb"] = () => new Lamb(),
        ["Muon"] = () => new Muon(),
    };

    public static TheoryData<string> Names => [.. s_optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_lead_where_they_lead_op_by_op(string name)
    {
        Shape[] shapes = [[3, 5], [1], [0], [7], [150, 301], [2, 1], [], [2, 3, 5]];
        shapes = name == "Adafactor" ? [.. shapes.Where(shape => shape.Size > 0)] : shapes;
        var (eager, compiled) = (JoinUpdatesTests.Variables(shapes), JoinUpdatesTests.Variables(shapes));
        var (one, other) = (s_optimizers[name](), s_optimizers[name]());
        other.Build(compiled);
        var step = new CompiledFunction(t =>
        {
            other.Apply(t, compiled);
            return [];
        });

        for (var i = 0; i < 4; i++)
        {
            EagerTensor[] gradients = [.. shapes.Select(shape => Compiled.Values(shape, seed: i, hasSpecial: false))];
            one.Apply(gradients, eager);
            step.Invoke(gradients);
        }

        foreach (var (expected, actual) in eager.Concat(one.Variables).Zip(compiled.Concat(other.Variables)))
        {
            Compiled.AreSameBits(expected.Value, actual.Value, $"{expected.Path} {expected.Shape}");
        }
    }

    [Fact]
    public void Each_variable_is_overwritten_where_it_lies()
    {
        var variables = JoinUpdatesTests.Variables([30, 40], [1], [400, 31], [7]);
        var optimizer = new Adam();
        optimizer.Build(variables);
        EagerTensor[] gradients = [.. variables.Select(variable => Compiled.Values(variable.Shape, hasSpecial: false))];
        var step = new CompiledFunction(t =>
        {
            optimizer.Apply(t, variables);
            return [];
        });

        JoinUpdatesTests.StayWhereTheyAre(() => step.Invoke(gradients), [.. variables, .. optimizer.Variables]);
    }

    [Fact]
    public void More_variables_allocate_no_more()
    {
        Assert.Equal(BytesOfAStep(1), BytesOfAStep(40));

        static long BytesOfAStep(int count)
        {
            var variables = JoinUpdatesTests.Variables([.. Enumerable.Repeat<Shape>([50], count)]);
            var step = new CompiledFunction(_ =>
            {
                Array.ForEach(variables, variable => variable.Assign(variable.Value * 0.5f));
                return [];
            });
            step.Invoke();
            step.Invoke();
            var before = GC.GetAllocatedBytesForCurrentThread();
            step.Invoke();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Several_threads_may_make_steps_at_once()
    {
        var variables = JoinUpdatesTests.Variables([400, 50], [3], [200, 101], []);
        Array.ForEach(variables, variable => variable.Assign(Ops.Zeros(variable.Shape)));
        var step = new CompiledFunction(_ =>
        {
            Array.ForEach(variables, variable => variable.Assign(variable.Value + 1));
            return [];
        });
        step.Invoke();

        Parallel.For(0, 300, _ => step.Invoke());

        Assert.All(variables, variable =>
        {
            var value = Assert.Single(variable.Value.ToArray<float>().Distinct()); // whole: of one step
            Assert.InRange(value, 2, 301);
        });
    }
}
