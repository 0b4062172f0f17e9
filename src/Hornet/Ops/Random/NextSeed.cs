using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>From the state of a seed generator to the next one.</summary>
internal sealed record NextSeedOp(bool Ordered) : UnaryPrimitive
{
    protected override TensorHandle Run(TensorHandle x)
    {
        var state = Keras.Random.KeyOf(x);
        var (high, low) = Ordered ? SeedState.Next(state) : SeedState.NextUnordered(state);
        return TensorHandle.From([high, low], [2], DType.UInt32);
    }

    protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
}
