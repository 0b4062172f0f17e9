using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Where the values of a program lie.</summary>
public sealed class PlanTests
{
    [Fact]
    public void Values_that_are_there_together_share_no_memory()
    {
        var program = Network();
        var plan = new Plan(program);
        var lives = Lives(program, plan).ToArray();

        Assert.True(lives.Length > 3);
        foreach (var one in lives)
        {
            foreach (var other in lives.Where(other => other.Value > one.Value))
            {
                var areTogether = one.First <= other.Last && other.First <= one.Last;
                var overlap = one.Start < other.End && other.Start < one.End;
                Assert.False(areTogether && overlap, $"%{one.Value} and %{other.Value} overlap");
            }
        }
    }

    [Fact]
    public void Memory_is_used_again()
    {
        var program = Network();
        var plan = new Plan(program);

        Assert.True(plan.Arena.Bytes < Lives(program, plan).Sum(life => life.End - life.Start));
    }

    [Fact]
    public void A_chain_of_kernels_lies_in_one_place()
    {
        var program = Compiled.Optimized(
            t => [Ops.Sum(Ops.Softmax(Ops.Softmax(t[0] * 2) + 1) + 1)], Compiled.Values([64, 16], hasSpecial: false));
        var plan = new Plan(program);

        Assert.Single(plan.Arena.Values, value => program.Specs[value].Shape == [64, 16]);
    }

    [Fact]
    public void No_result_lies_in_the_arena()
    {
        var program = Network();
        var plan = new Plan(program);

        Assert.All(program.Results, result => Assert.NotEqual(ValueKind.Arena, plan.Kinds[result]));
    }

    [Fact]
    public void Results_stay_when_the_program_runs_again()
    {
        var compiled = new CompiledFunction(t =>
        {
            var y = Ops.Relu(t[0] * 3);
            return [y, Ops.Transpose(y), Ops.Reshape(y + 1, [-1]), t[0], Ops.Softmax(y)];
        });
        var x = Compiled.Values([7, 9], hasSpecial: false);
        var first = compiled.Invoke(x);
        var kept = Array.ConvertAll(first, tensor => tensor.ToArray<float>());

        compiled.Invoke(Compiled.Values([7, 9], seed: 5, hasSpecial: false));

        Assert.All(first.Zip(kept), pair => Assert.Equal(pair.Second, pair.First.ToArray<float>()));
    }

    // Two layers with a loss and the gradients of everything.
    private static Programs.Program Network()
    {
        var weight = Compiled.Values([32, 4], seed: 1, hasSpecial: false);
        return Compiled.Optimized(
            t => Compiled.WithGradients(
                u =>
                {
                    var hidden = Ops.Relu(Ops.Matmul(u[0], u[1]) + u[2]);
                    hidden = Ops.Tanh(Ops.Reshape(Ops.Reshape(hidden, [-1]), [32, 16])) * hidden;
                    return Ops.Softmax(Ops.Matmul(hidden, u[3]));
                },
                t, weight),
            Compiled.Values([32, 8]), Compiled.Values([8, 16]), Compiled.Values([16]), Compiled.Values([16, 4]));
    }

    // From where it is made to where it, or what lies in its place, is used last: counted here once more.
    private static IEnumerable<(int Value, long Start, long End, int First, int Last)> Lives(
        Programs.Program program, Plan plan)
    {
        foreach (var value in plan.Arena.Values)
        {
            var all = plan.Views.Where(view => view.Value == value).Select(view => view.Key).Append(value).ToArray();
            var uses = program.Instructions.Index()
                .Where(one => one.Item.Inputs.Concat(one.Item.Outputs).Any(all.Contains)).Select(one => one.Index);
            var start = plan.Arena.OffsetOf(value);
            var bytes = program.Specs[value].Shape.Size * DTypeCodes.SizeOf(program.Specs[value].DType);
            yield return (value, start, start + bytes, uses.Min(), uses.Max());
        }
    }
}
