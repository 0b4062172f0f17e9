using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>A program overwrites a variable where nobody sees it, and only there.</summary>
public sealed class VariableMemoryTests
{
    [Fact]
    public void Memory_that_nobody_holds_is_used_again()
    {
        var variable = new Variable(Ops.Zeros([3, 5]));
        var step = Doubling(variable);
        step.Invoke(); // the first value is the caller's

        var before = AddressOf(variable);
        step.Invoke();

        Assert.Equal(before, AddressOf(variable));
        Assert.Equal(3, variable.Value.ToArray<float>()[0]); // 0, 1, 3
    }

    [Fact]
    public void A_value_that_is_held_stays()
    {
        var variable = new Variable(Ops.Zeros([3, 5]));
        var step = Doubling(variable);
        step.Invoke();
        var held = variable.Value;

        step.Invoke();
        step.Invoke();

        Assert.All(held.ToArray<float>(), x => Assert.Equal(1, x));
        Assert.Equal(7, variable.Value.ToArray<float>()[0]);
    }

    [Fact]
    public void A_tensor_that_was_assigned_stays()
    {
        var variable = new Variable(Ops.Zeros([2, 2]));
        var step = Doubling(variable);
        step.Invoke();
        Tensor assigned = new float[,] { { 1, 2 }, { 3, 4 } };
        variable.Assign(assigned);

        step.Invoke();
        step.Invoke();

        Assert.Equal([1, 2, 3, 4], assigned.ToArray<float>());
    }

    [Fact]
    public void A_result_that_is_a_view_of_a_variable_stays()
    {
        var variable = new Variable(Ops.Ones([2, 3]));
        var step = new CompiledFunction(_ =>
        {
            variable.Assign(variable.Value * 2);
            return [Ops.Transpose(variable.Value)];
        });

        for (var power = 2f; power < 40; power *= 2)
        {
            var result = step.Invoke()[0];
            step.Invoke();
            Assert.All(result.ToArray<float>(), x => Assert.Equal(power, x));
            power *= 2;
        }
    }

    [Fact]
    public void A_variable_that_is_a_view_of_another_stays()
    {
        var (one, other) = (new Variable(Ops.Ones([2, 3])), new Variable(Ops.Ones([3, 2])));
        var both = new CompiledFunction(_ =>
        {
            one.Assign(one.Value * 2);
            other.Assign(Ops.Transpose(one.Value));
            return [];
        });
        both.Invoke();
        both.Invoke();

        Doubling(one).Invoke();

        Assert.All(other.Value.ToArray<float>(), x => Assert.Equal(4, x));
    }

    [Fact]
    public void A_view_of_a_variable_is_read_before_it_is_overwritten()
    {
        const int Columns = 3000;
        var rows = Tensor.From([3, Columns], Enumerable.Range(0, 3 * Columns).Select(i => i % 7 + 1f).ToArray());
        var variable = new Variable(rows);
        Tensor Next(Tensor x) => x + x[0..1];
        var step = new CompiledFunction(_ =>
        {
            variable.Assign(Next(variable.Value));
            return [];
        });

        step.Invoke();
        step.Invoke();

        Compiled.AreSameBits(Next(Next(rows)), variable.Value, "the variable");
    }

    // Of the process's memory other tests take parts: what is not given back shows in addresses that never come again.
    [Fact]
    public void Memory_is_used_again_over_many_steps()
    {
        var variable = new Variable(Ops.Zeros([64, 64]));
        var step = Doubling(variable);
        var addresses = new HashSet<Address>();
        for (var i = 0; i < 10_000; i++)
        {
            using var scope = new TensorScope();
            step.Invoke(); // into new memory: the last assignment shared the old one
            addresses.Add(AddressOf(variable));
            variable.Assign(Ops.Zeros([64, 64]));
        }

        Assert.InRange(addresses.Count, 1, 1000); // one for each step would be 10,000
    }

    private static CompiledFunction Doubling(Variable variable) => new(_ =>
    {
        variable.Assign(variable.Value * 2 + 1);
        return [];
    });

    private static Address AddressOf(Variable variable)
    {
        var storage = variable.Borrow();
        variable.Return(storage);
        return storage.Address;
    }
}
