using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>What each pass makes of a small program.</summary>
public sealed class PassesTests
{
    private static readonly EagerTensor s_x = Compiled.Values([4, 6], hasSpecial: false);

    [Fact]
    public void What_no_result_needs_is_dropped()
    {
        var variable = new Variable(1f);
        var program = Compiled.Traced(
            t =>
            {
                _ = Ops.Exp(t[0]) + variable.Value;
                return [Ops.Tanh(t[0])];
            },
            s_x);

        Assert.Equal(3, program.Instructions.Count);
        program = Passes.RemoveDeadCode(program);
        Assert.Equal(["TanhOp"], Compiled.Titles(program));
        Assert.Empty(program.Reads);
    }

    [Fact]
    public void Equal_work_is_done_once()
    {
        var program = Compiled.Traced(t => [Ops.Tanh(t[0]) + 1, Ops.Tanh(t[0]) + 1, Ops.Tanh(t[0]) + 2], s_x);

        program = Passes.MergeEqualWork(program);

        Assert.Equal(1, Compiled.Titles(program).Count(title => title == "TanhOp"));
        Assert.Equal(program.Outputs[0], program.Outputs[1]);
        Assert.NotEqual(program.Outputs[0], program.Outputs[2]);
    }

    [Fact]
    public void What_depends_on_constants_alone_is_computed_before()
    {
        var constant = Compiled.Values([6], seed: 1, hasSpecial: false);
        var program = FoldConstants.Run(Compiled.Traced(t => [t[0] * Ops.Exp(constant)], s_x));

        Assert.Equal(["MultiplyOp"], Compiled.Titles(program));
        var folded = program.Constants.Single(one => one.Value == program.Instructions[0].Inputs[1]).Tensor;
        Compiled.AreSameBits(Ops.Exp(constant), folded, "the constant");
    }

    [Fact]
    public void A_variable_is_no_constant()
    {
        var variable = new Variable(1f);
        var compiled = new CompiledFunction(t => [t[0] * Ops.Exp(variable.Value)]);

        var before = compiled.Invoke(s_x)[0];
        variable.Assign(2f);
        var after = compiled.Invoke(s_x)[0];

        Compiled.AreSameBits(s_x * Ops.Exp(1f), before, "before");
        Compiled.AreSameBits(s_x * Ops.Exp(2f), after, "after");
    }

    [Fact]
    public void A_product_reads_a_transposed_matrix_as_it_lies()
    {
        var program = Passes.RemoveDeadCode(AbsorbProducers.Run(
            Compiled.Traced(t => [Ops.Matmul(Ops.Transpose(t[0]), t[0]), Ops.Matmul(t[0], Ops.Transpose(t[0]))], s_x)));

        Assert.Equal(["GemmOp", "GemmOp"], Compiled.Titles(program));
    }

    [Fact]
    public void Another_order_of_axes_than_a_swap_is_not_absorbed()
    {
        var program = AbsorbProducers.Run(
            Compiled.Traced(t => [Ops.Matmul(Ops.Transpose(t[0], new[] { 0, 1 }), Ops.Transpose(t[0]))], s_x));

        Assert.Equal(["TransposeOp", "TransposeOp", "GemmOp"], Compiled.Titles(program));
        Assert.Equal([program.Instructions[0].Outputs[0], program.Inputs[0]], program.Instructions[2].Inputs);
    }

    [Fact]
    public void A_kernel_takes_the_place_of_a_primitive_and_reads_through_changes_of_shape()
    {
        var program = UseKernels.Run(Compiled.Traced(t => [Ops.Softmax(Ops.Reshape(t[0], [2, 12]))], s_x));

        var softmax = Assert.Single(program.Instructions, one => one.Primitive is KernelOp);
        Assert.Equal(program.Inputs[0], softmax.Inputs[0]);
    }

    [Fact]
    public void What_drops_with_one_seed_draws_once()
    {
        var weight = Compiled.Values([4, 6], seed: 1, hasSpecial: false);
        var program = Compiled.Optimized(
            t => Compiled.WithGradients(u => Keras.Random.Dropout(u[0], 0.5, seed: 1), t, weight), s_x);

        Assert.Single(Compiled.Titles(program), title => title.StartsWith("DropFactors", StringComparison.Ordinal));
        Assert.DoesNotContain("DropOp", Compiled.Titles(program));
    }

    [Fact]
    public void Max_pooling_takes_bias_and_ReLU_with_it()
    {
        var x = Compiled.Values([1, 4, 4, 3], hasSpecial: false);
        var bias = Compiled.Values([3], hasSpecial: false);
        var weight = Compiled.Values([1, 2, 2, 3], hasSpecial: false);

        var program = Passes.RemoveDeadCode(Ops.PoolInOneKernel(Passes.RemoveDeadCode(Compiled.Traced(
            t => Compiled.WithGradients(u => Ops.MaxPool(Ops.Relu(u[0] + u[1]), 2), t, weight), x, bias))));

        var titles = Compiled.Titles(program);
        Assert.Contains("MaxPoolFusedOp", titles);
        Assert.Contains("MaxPoolGradientFusedOp", titles);
        Assert.DoesNotContain("ReluOp", titles);
        Assert.DoesNotContain("ReluGradientOp", titles);
    }

    [Fact]
    public void Max_pooling_stays_where_its_places_are_used_otherwise()
    {
        var x = Compiled.Values([1, 4, 4, 3], hasSpecial: false);
        Tensor[] Second(Tensor[] t) => Compiled.WithGradients(
            u => Compiled.WithGradients(v => Ops.Square(Ops.MaxPool(v[0], 2)), u, 1)[1], t, 1);

        var program = Compiled.Optimized(Second, x); // the gradient of the gradient picks by the places

        Assert.Contains("MaxWindowsOp", Compiled.Titles(program));
        Compiled.GivesTheBitsOf(Second, x);
    }
}
