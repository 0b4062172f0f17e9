using Hornet.Layers;

namespace Hornet.Tests;

public sealed class MaskTests
{
    [Fact]
    public void Without_a_mask_a_layer_is_told_of_none()
    {
        var layer = new Watcher();
        layer.Apply(Ops.Ones([2, 3]));
        Assert.Null(layer.Mask);
    }

    [Fact]
    public void What_an_embedding_masks_reaches_the_layers_after_it()
    {
        var layer = new Watcher();
        layer.Apply(new Embedding(4, 2, maskZero: true).Apply(new[,] { { 1, 0 } }));
        Assert.Equal([true, false], layer.Mask!.Value.ToArray<bool>());
    }

    private sealed class Watcher : Layer
    {
        public Watcher() => SupportsMasking = true;

        public Nested<Tensor>? Mask { get; private set; }

        protected override Tensor Call(Tensor x, CallContext context)
        {
            Mask = context.Mask;
            return x;
        }
    }
}
