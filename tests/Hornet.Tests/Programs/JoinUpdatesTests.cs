using Hornet.Native;
using Hornet.Optimizers;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Which updates of variables become one kernel, and that it leaves what each alone leaves.</summary>
public sealed class JoinUpdatesTests
{
    [Fact]
    public void The_updates_of_a_step_are_one_kernel() =>
        Assert.Equal(
            ["AdamRateOp", "Joined(4 × AdamUpdateOp, Fused(Add))"],
            Titles(StepOf(new Adam(), Variables([30, 40], [40], [40, 5], [5]))));

    [Fact]
    public void Of_any_functions_as_well() =>
        Assert.Equal(
            ["Joined(3 × Fused(Multiply, Multiply, Subtract, Add), Fused(Add))"],
            Titles(StepOf(new SGD(momentum: 0.5), Variables([30, 40], [40], [1]))));

    [Fact]
    public void What_fills_the_threads_stays_alone() =>
        Assert.Equal(
            ["AdamRateOp", "AdamUpdateOp", "Joined(2 × AdamUpdateOp, Fused(Add))"],
            Titles(StepOf(new Adam(), Variables([7], [600, 500], [8]))));

    [Fact]
    public void So_much_work_is_joined_at_a_time()
    {
        var titles = Titles(StepOf(new Adam(), [.. Variables([.. Enumerable.Repeat<Shape>([200, 500], 5)])]));

        Assert.Equal(
            ["AdamRateOp", "Joined(2 × AdamUpdateOp)", "Joined(2 × AdamUpdateOp)", "Joined(AdamUpdateOp, Fused(Add))"],
            titles);
    }

    [Fact]
    public void Small_ones_find_room_beside_large_ones() =>
        Assert.Equal(
            ["AdamRateOp", "AdamUpdateOp", "Joined(3 × AdamUpdateOp, Fused(Add))"],
            Titles(StepOf(new Adam(), Variables([400, 600], [7], [400, 650], [8]))));

    [Fact]
    public void What_is_computed_for_updates_alone_is_joined_as_well()
    {
        var titles = Titles(StepOf(new Adam(gradientAccumulationSteps: 2), Variables([30, 40], [40])));

        Assert.Equal(
            ["Joined(2 × Fused(Add, Divide, Select))", "Joined(2 × AdamUpdateOp)", "Joined(6 × Fused(Select))"],
            titles.Where(title => title.StartsWith("Joined", StringComparison.Ordinal)));
    }

    public static TheoryData<Optimizer> Simple =>
    [
        new SGD(momentum: 0.9, nesterov: true, weightDecay: 0.1), new RMSprop(momentum: 0.9, centered: true),
        new Adam(amsgrad: true), new AdamW(), new Nadam(), new Adagrad(), new Adadelta(), new Adamax(),
        new ScheduleFreeAdamW(),
    ];

    [Theory]
    [MemberData(nameof(Simple))]
    public void All_that_is_computed_for_each_variable_is_one_kernel(Optimizer optimizer)
    {
        var titles = Titles(StepOf(optimizer, Variables([3, 5], [5], [4, 2], [3], [7, 7])));

        Assert.Single(titles, title => title.Contains("5 × ", StringComparison.Ordinal));
        Assert.InRange(titles.Length, 1, 8); // the rest is of scalars
    }

    [Fact]
    public void What_overwrites_what_others_read_is_one_kernel_after_them() =>
        Assert.Equal(
            [
                "Joined(3 × Fused(Multiply, Multiply, Add, Sign, Multiply, Subtract), Fused(Add))",
                "Joined(3 × Fused(Multiply, Multiply, Add))",
            ],
            Titles(StepOf(new Lion(), Variables([30, 40], [40], [40, 5]))));

    [Fact]
    public void What_waits_for_another_update_is_not_joined_with_it()
    {
        var (row, matrix, third) = (Filled([5]), Filled([4, 5]), Filled([]));
        GivesWhatItGivesEagerly(
            () =>
            {
                row.Assign(row.Value * 2);
                third.Assign(third.Value + 1);
                matrix.Assign(matrix.Value + row.Value); // the new value
            },
            ["Joined(Fused(Multiply), Fused(Add))", "Fused(Add)"],
            row, matrix, third);
    }

    [Fact]
    public void What_waits_by_a_way_round_is_not_joined()
    {
        var (one, other) = (Filled([4, 4]), Filled([3]));
        GivesWhatItGivesEagerly(
            () =>
            {
                one.Assign(one.Value * 2);
                other.Assign(other.Value + Ops.Sum(Ops.Matmul(one.Value, one.Value)));
            },
            ["Fused(Multiply)", "MatmulOp", "SumOp", "Fused(Add)"],
            one, other);
    }

    [Fact]
    public void What_waits_for_an_update_is_computed_after_the_kernel_that_it_is_in()
    {
        var (one, other, sum) = (Filled([4, 4]), Filled([3]), Filled([]));
        GivesWhatItGivesEagerly(
            () =>
            {
                one.Assign(one.Value * 2);
                var product = Ops.Matmul(one.Value, one.Value);
                other.Assign(other.Value + 1);
                sum.Assign(Ops.Sum(product));
            },
            ["Joined(Fused(Multiply), Fused(Add))", "MatmulOp", "SumOp"],
            one, other, sum);
    }

    [Fact]
    public void What_another_update_reads_is_overwritten_after_it()
    {
        var (row, matrix, third) = (Filled([5]), Filled([4, 5]), Filled([]));
        var step = GivesWhatItGivesEagerly(
            () =>
            {
                var old = row.Value;
                row.Assign(old * 2);
                matrix.Assign(matrix.Value + old);
                third.Assign(third.Value + 1);
            },
            ["Joined(2 × Fused(Add))", "Fused(Multiply)"],
            row, matrix, third);

        StayWhereTheyAre(step, row, matrix, third);
    }

    [Fact]
    public void Of_two_that_read_each_other_one_has_new_memory()
    {
        var all = Enumerable.Range(0, 6).Select(seed => Filled([40_001], seed)).ToArray();
        GivesWhatItGivesEagerly(
            () =>
            {
                var old = Array.ConvertAll(all, variable => variable.Value);
                var one = new AdamUpdateOp(0.5, 0.5, 0.5).Call([old[0], old[1], Ops.Abs(old[2]), old[3], 0.5f]);
                var other = new AdamUpdateOp(0.5, 0.5, 1).Call([old[3], old[4], Ops.Abs(old[5]), old[0], 0.5f]);
                foreach (var (variable, value) in all.Zip(one.Concat(other)))
                {
                    variable.Assign(value);
                }
            },
            ["Joined(2 × Fused(Absolute))", "AdamUpdateOp", "AdamUpdateOp"],
            all);
    }

    private static Variable Filled(Shape shape, int seed = 0) =>
        new(Compiled.Values(shape, seed: seed, hasSpecial: false));

    internal static Variable[] Variables(params Shape[] shapes) =>
        [.. shapes.Select(shape => Filled(shape))];

    private static Programs.Program StepOf(Optimizer optimizer, Variable[] variables)
    {
        optimizer.Build(variables);
        return Compiled.Optimized(
            t =>
            {
                optimizer.Apply(t, variables);
                return [];
            },
            [.. variables.Select(variable => Compiled.Values(variable.Shape))]);
    }

    private static string[] Titles(Programs.Program program) => Compiled.Titles(program);

    // The program is of these instructions, and leads where the step leads; gives it, to run it again.
    private static Action GivesWhatItGivesEagerly(Action step, string[] titles, params Variable[] variables)
    {
        Tensor[] Step(Tensor[] t)
        {
            step();
            return [];
        }

        Assert.Equal(titles, Titles(Compiled.Optimized(Step)));
        Tensor[] first = [.. variables.Select(variable => variable.Value)];
        var steps = Enumerable.Range(0, 3).ToList();
        steps.ForEach(_ => step());
        Tensor[] expected = [.. variables.Select(variable => variable.Value)];
        foreach (var (variable, value) in variables.Zip(first))
        {
            variable.Assign(value);
        }

        var compiled = new CompiledFunction(Step);
        steps.ForEach(_ => compiled.Invoke());
        foreach (var (variable, value) in variables.Zip(expected))
        {
            Compiled.AreSameBits(value, variable.Value, variable.Path);
        }

        return () => compiled.Invoke();
    }

    internal static void StayWhereTheyAre(Action step, params Variable[] variables)
    {
        step(); // the values before may be held
        step();
        var before = Array.ConvertAll(variables, AddressOf);
        step();

        Assert.NotEmpty(variables);
        Assert.Equal(before, Array.ConvertAll(variables, AddressOf));
    }

    private static Address AddressOf(Variable variable)
    {
        var storage = variable.Borrow();
        variable.Return(storage);
        return storage.Address;
    }
}
