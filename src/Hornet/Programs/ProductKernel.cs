using Hornet.Native;

namespace Hornet.Programs;

/// <summary>A dense kernel of one result that is made part by part: a region can go on with each of them.</summary>
internal abstract class ProductKernel : DenseKernel
{
    public sealed override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs) =>
        Run(inputs, outputs[0], default);

    /// <summary>Computes the result, and finishes it.</summary>
    public abstract void Run(ReadOnlySpan<Address> inputs, Address result, Finish finish);
}

/// <summary>What a region makes of a product's result: nothing where there is no region.</summary>
internal readonly ref struct Finish(
    RegionKernel region, ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
{
    private readonly RegionKernel? _region = region;
    private readonly ReadOnlySpan<Address> _inputs = inputs;
    private readonly ReadOnlySpan<Address> _outputs = outputs;

    /// <summary>The memory that each thread needs.</summary>
    public long ScratchBytes => _region?.TileBytes ?? 0;

    /// <summary>The same in float32.</summary>
    public int ScratchFloats => (int)(ScratchBytes / sizeof(float));

    /// <summary>Finishes all at once, when the product is done.</summary>
    public void All() => _region?.Run(_inputs, _outputs);

    /// <summary>Finishes on this thread what follows one element, as it is made.</summary>
    public Part From(long element, Address scratch) => new(this, element, scratch);

    /// <summary>Finishes elements one after the other, on one thread.</summary>
    public ref struct Part
    {
        private readonly Finish _finish;
        private RegionTiles _tiles;
        private long _next;

        public Part(Finish finish, long element, Address scratch)
        {
            _finish = finish;
            _tiles = new(scratch);
            _next = element;
        }

        /// <summary>The elements before this one are there: those that fill tiles are finished.</summary>
        public void Until(long element)
        {
            if (_finish._region is { } region)
            {
                Run(region, element - ((element - _next) % region.TileSize));
            }
        }

        /// <summary>The elements before this one are there, and no more follow.</summary>
        public void End(long element)
        {
            if (_finish._region is { } region)
            {
                Run(region, element);
            }
        }

        private void Run(RegionKernel region, long end)
        {
            if (end > _next)
            {
                region.Run(_finish._inputs, _finish._outputs, _next, end, ref _tiles);
                _next = end;
            }
        }
    }
}
