using Hornet.Native;

namespace Hornet.Programs;

/// <summary>A product and the region that reads its result, which it finishes while that is in the cache.</summary>
/// <param name="product">Its inputs are the first ones.</param>
/// <param name="arity">How many they are.</param>
/// <param name="region">Its other inputs follow; its outputs are the first ones.</param>
/// <param name="place">Which of the region's inputs the product's result is.</param>
/// <param name="target">Over which output the result is written; one of its own is behind the region's.</param>
internal sealed class FinishedProduct(ProductKernel product, int arity, RegionKernel region, int place, int target)
    : DenseKernel
{
    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var others = inputs[arity..];
        Span<Address> read = stackalloc Address[others.Length + 1];
        others[..place].CopyTo(read);
        read[place] = outputs[target];
        others[place..].CopyTo(read[(place + 1)..]);
        product.Run(
            inputs[..arity], outputs[target], new Finish(region, read, outputs[..region.Region.Outputs.Count]));
    }

    // What lies where the product writes would be gone before the region reads it.
    public override bool CanOverwrite(int input, int output)
    {
        var read = input - arity;
        return read >= 0 && output != target && output < region.Region.Outputs.Count
            && region.CanOverwrite(read < place ? read : read + 1, output);
    }
}
