using Hornet.Programs;

namespace Hornet.Tests;

public sealed class StructuredFunctionTests
{
    [Fact]
    public void Each_signature_has_its_own_structure_of_outputs()
    {
        var function = new StructuredFunction(inputs => inputs.Value.Shape[0] == 1
            ? inputs.Value * 2
            : Nested.List<Tensor>([inputs.Value + 1, inputs.Value - 1]));

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal([6f], function.Invoke((Tensor)new float[] { 3 }).Value.ToArray<float>());
            var both = function.Invoke((Tensor)new float[] { 3, 4 });
            Assert.Equal([4f, 5f], both[0].Value.ToArray<float>());
            Assert.Equal([2f, 3f], both[1].Value.ToArray<float>());
        }
    }
}
