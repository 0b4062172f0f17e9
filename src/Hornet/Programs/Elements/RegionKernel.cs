using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Computes a region tile by tile: what is between inputs and outputs stays in the nearest cache.</summary>
internal abstract class RegionKernel(Region region) : RangeKernel
{
    public Region Region { get; } = region;

    /// <summary>How many elements a tile has.</summary>
    public abstract int TileSize { get; }

    /// <summary>The memory that a thread's tiles need.</summary>
    public abstract long TileBytes { get; }

    /// <summary>Computes the elements from one to another, with tiles of this thread's.</summary>
    public abstract void Run(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end, ref RegionTiles tiles);
}

/// <summary>A thread's tiles. Those of inputs that repeat have some elements already, from a start on.</summary>
internal struct RegionTiles(Address memory)
{
    public readonly Address Memory = memory;
    public long Start;
    public int Count;
}

/// <summary>The same in the dtype of the region.</summary>
internal sealed class RegionKernel<T> : RegionKernel
    where T : unmanaged, INumber<T>
{
    private const int MostElements = 1024; // of a tile: a few registers of 4 KiB

    private readonly Loader<T>[] _loaders;
    private readonly (ElementFunction<T> Function, int[] Operands)[] _steps;
    private readonly Registers _registers;
    private readonly MemoryBlock _constants;
    private readonly int _tile;
    private readonly int _cycle;

    public RegionKernel(Region region)
        : base(region)
    {
        _tile = Math.Max(1, Math.Min(TileOf(region), region.Count));
        _loaders = [.. region.Inputs.Select(input => new Loader<T>(input, _tile))];
        _cycle = Periods(region).Where(period => _tile % period == 0).Aggregate(1, Common);
        _registers = new Registers(region);
        _constants = new MemoryBlock((long)region.Constants.Count * _tile * SizeOfElement);
        _steps = [.. region.Steps.Select(step => (
            ElementFunctions<T>.Of(step.Function),
            (int[])[.. step.Operands, .. Enumerable.Repeat(step.Operands[0], 3 - step.Operands.Length)]))];
        for (var i = 0; i < region.Constants.Count; i++)
        {
            _constants.Start.Span<T>((long)i * _tile, _tile).Fill(T.CreateChecked(region.Constants[i]));
        }
    }

    /// <summary>The number of tiles.</summary>
    public override long Count => (Region.Count + _tile - 1) / _tile;

    public override int TileSize => _tile;

    public override long TileBytes => (long)_registers.Count * _tile * SizeOfElement;

    protected override long Grain => Math.Max(1, (1 << 17) / (_tile * (_steps.Length + _loaders.Length)));

    private static int SizeOfElement => Unsafe.SizeOf<T>();

    // No later step may read what an earlier one has overwritten.
    public override bool CanOverwrite(int input, int output) =>
        Region.Inputs[input].Places.IsWhole && Region.Inputs[input].DType == Region.DType
            && Region.Outputs[output].Spec.DType == Region.DType
            && !Region.Steps.Skip(Region.Outputs[output].Step + 1).Any(step => step.Operands.Contains(input));

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        var tiles = new RegionTiles(Scratch.Get(TileBytes));
        Run(inputs, outputs, begin * _tile, Math.Min(end * _tile, Region.Count), ref tiles);
    }

    public override void Run(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end, ref RegionTiles tiles)
    {
        var operands = _loaders.Length + Region.Constants.Count;
        Span<Address> values = stackalloc Address[operands + _steps.Length];
        for (var i = 0; i < Region.Constants.Count; i++)
        {
            values[_loaders.Length + i] = _constants.Start.Skip<T>((long)i * _tile);
        }

        for (var start = begin; start < end; start += _tile)
        {
            var count = (int)Math.Min(_tile, end - start);
            Load(inputs, values, start, count, ref tiles);
            for (var i = 0; i < _steps.Length; i++)
            {
                var (function, from) = _steps[i];
                var output = _registers.OutputOf(i);
                var to = output >= 0
                    ? outputs[output].Skip<T>(start)
                    : tiles.Memory.Skip<T>((long)_registers.OfStep(i) * _tile);
                function.Run(values[from[0]], values[from[1]], values[from[2]], to, count);
                values[operands + i] = to;
            }

            StoreAnswers(values[operands..], outputs, start, count);
        }
    }

    // What repeats within a tile is the same in each: a tile is a multiple of as many periods as fit.
    private static int TileOf(Region region)
    {
        var tile = 1;
        foreach (var period in Periods(region))
        {
            var common = Common(tile, period);
            tile = common <= MostElements ? common : tile;
        }

        return MostElements / tile * tile;
    }

    private static IEnumerable<int> Periods(Region region) =>
        region.Inputs.Select(input => input.Places.Period).Where(period => period > 1);

    private static int Common(int one, int other) => one * other / (int)BigInteger.GreatestCommonDivisor(one, other);

    private void Load(
        ReadOnlySpan<Address> inputs, Span<Address> values, long start, int count, ref RegionTiles tiles)
    {
        var isThere = count <= tiles.Count && (start - tiles.Start) % _cycle == 0;
        if (!isThere)
        {
            (tiles.Start, tiles.Count) = (start, count);
        }

        for (var i = 0; i < _loaders.Length; i++)
        {
            var own = tiles.Memory.Skip<T>((long)_registers.OfInput(i) * _tile);
            values[i] = _loaders[i].Load(inputs[i], start, count, own, isThere);
        }
    }

    // What was asked is answered in bools.
    private void StoreAnswers(ReadOnlySpan<Address> steps, ReadOnlySpan<Address> outputs, long start, int count)
    {
        foreach (var (output, step) in _registers.Converted)
        {
            var from = steps[step];
            var to = outputs[output];
            if (Region.Outputs[output].Spec.DType == Region.DType)
            {
                from.Span<T>(count).CopyTo(to.Span<T>(start, count));
                continue;
            }

            var answers = to.Span<bool>(start, count);
            var values = from.Span<T>(count);
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = values[i] != T.Zero;
            }
        }
    }
}
