using Hornet.Layers;

namespace Hornet.Tests;

public sealed class InputSpecTests
{
    [Fact]
    public void Prints_the_fields_that_are_set() => Assert.Equal(
        "InputSpec(shape=(None, 3), ndim=2, axes={-1: 3})",
        new InputSpec(shape: [null, 3], axes: new Dictionary<int, int?> { [-1] = 3 }).ToString());

    [Fact]
    public void Refuses_an_axis_beyond_the_rank() => Assert.Throws<ArgumentException>(() =>
        new InputSpec(ndim: 2, axes: new Dictionary<int, int?> { [2] = 3 }));
}

public sealed class CallContextTests
{
    [Fact]
    public void Says_whether_this_is_training_and_what_else_was_given()
    {
        var context = new CallContext(new CallArguments(Ops.Ones([1])), training: true, mask: null);

        Assert.True(context.Training);
        Assert.Null(context.Mask);
        Assert.Null(context.Argument("initial_state"));
    }
}
