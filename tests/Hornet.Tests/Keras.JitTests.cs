namespace Hornet.Tests;

public sealed class JitTests
{
    private static readonly EagerTensor s_x = Compiled.Values([3, 4], hasSpecial: false);

    [Fact]
    public void A_function_is_traced_once_for_each_signature()
    {
        var count = 0;
        var compiled = Keras.Jit(x =>
        {
            count++;
            return Ops.Tanh(x) * 2;
        });

        Compiled.AreSameBits(Ops.Tanh(s_x) * 2, compiled(s_x), "first");
        Compiled.AreSameBits(Ops.Tanh(s_x + 1) * 2, compiled(s_x + 1), "second");
        Assert.Equal(1, count);
        compiled(s_x[0]);
        Assert.Equal(2, count);
    }

    [Fact]
    public void Two_tensors_and_many()
    {
        var product = Keras.Jit((x, y) => Ops.Matmul(x, Ops.Transpose(y)));
        var both = Keras.Jit((Tensor[] t) => new[] { t[0] + t[1], t[0] - t[1] });

        Compiled.AreSameBits(Ops.Matmul(s_x, Ops.Transpose(s_x)), product(s_x, s_x), "the product");
        Assert.Equal(2, both([s_x, s_x]).Length);
        Compiled.AreSameBits(s_x - s_x, both([s_x, s_x])[1], "the difference");
    }

    [Fact]
    public void Variables_are_read_and_written_when_it_runs()
    {
        var total = new Variable(0f, trainable: false);
        var add = Keras.Jit(x =>
        {
            total.AssignAdd(Ops.Sum(x));
            return total.Value;
        });

        add(Ops.Ones([3]));
        total.Assign(10f);

        Assert.Equal(13, add(Ops.Ones([3])).Item<float>());
        Assert.Equal(13, total.Value.Item<float>());
    }

    [Fact]
    public void Gradients_flow_through_it()
    {
        var square = Keras.Jit(Ops.Square);
        Tensor x = new float[] { 3 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(6, tape.Gradient(square(x), x).Item<float>());
    }

    [Fact]
    public void In_a_graph_and_in_another_compiled_function_it_is_part_of_that()
    {
        var twice = Keras.Jit(x => x * 2);
        var input = Keras.Input([4]);
        var model = new Model(input, twice(input));
        var outer = Keras.Jit(x => twice(x) + 1);

        Compiled.AreSameBits(s_x * 2, model.Apply(s_x), "the model");
        Compiled.AreSameBits(s_x * 2 + 1, outer(s_x), "the outer one");
    }

    [Fact]
    public void Several_threads_may_call_it()
    {
        var compiled = Keras.Jit(x => Ops.Softmax(x * 2));
        var expected = Ops.Softmax(s_x * 2);

        Parallel.For(0, 64, _ => Compiled.AreSameBits(expected, compiled(s_x), "the result"));
    }

    [Fact]
    public void Reading_data_inside_says_what_to_do()
    {
        var compiled = Keras.Jit(x => x.ToArray<float>()[0] > 0 ? x : -x);

        var error = Assert.Throws<InvalidOperationException>(() => compiled(s_x));

        Assert.Contains("without Keras.Jit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_refused() =>
        Assert.Contains(
            "text", Assert.ThrowsAny<Exception>(() => Keras.Jit((Tensor x) => x)(Tensor.From([1], ["a"]))).Message,
            StringComparison.Ordinal);
}
