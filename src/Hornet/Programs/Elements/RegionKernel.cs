using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Computes a region tile by tile: what is between inputs and outputs stays in the nearest cache.</summary>
internal sealed class RegionKernel<T> : RangeKernel
    where T : unmanaged, INumber<T>
{
    private const int Tile = 1024; // elements: a few registers of 4 KiB

    private readonly Region _region;
    private readonly Loader<T>[] _loaders;
    private readonly (ElementFunction<T> Function, int[] Operands)[] _steps;
    private readonly Registers _registers;
    private readonly MemoryBlock _constants;
    private readonly int _tile;

    public RegionKernel(Region region)
    {
        _region = region;
        _tile = Math.Max(1, Math.Min(TileOf(region), region.Count));
        _loaders = [.. region.Inputs.Select(input => new Loader<T>(input, _tile))];
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
    public override long Count => (_region.Count + _tile - 1) / _tile;

    protected override long Grain => Math.Max(1, (1 << 17) / (_tile * (_steps.Length + _loaders.Length)));

    private static int SizeOfElement => Unsafe.SizeOf<T>();

    // No later step may read what an earlier one has overwritten.
    public override bool CanOverwrite(int input, int output) =>
        _region.Inputs[input].Places.IsWhole && _region.Inputs[input].DType == _region.DType
            && _region.Outputs[output].Spec.DType == _region.DType
            && !_region.Steps.Skip(_region.Outputs[output].Step + 1).Any(step => step.Operands.Contains(input));

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        (begin, end) = (begin * _tile, Math.Min(end * _tile, _region.Count));
        var operands = _loaders.Length + _region.Constants.Count;
        Span<Address> values = stackalloc Address[operands + _steps.Length];
        var scratch = Scratch.Get((long)_registers.Count * _tile * SizeOfElement);
        for (var i = 0; i < _region.Constants.Count; i++)
        {
            values[_loaders.Length + i] = _constants.Start.Skip<T>((long)i * _tile);
        }

        for (var start = begin; start < end; start += _tile)
        {
            var count = (int)Math.Min(_tile, end - start);
            var isFirst = start == begin;
            for (var i = 0; i < _loaders.Length; i++)
            {
                var own = scratch.Skip<T>((long)_registers.OfInput(i) * _tile);
                values[i] = _loaders[i].Load(inputs[i], start, count, own, isFirst);
            }

            for (var i = 0; i < _steps.Length; i++)
            {
                var (function, from) = _steps[i];
                var output = _registers.OutputOf(i);
                var to = output >= 0
                    ? outputs[output].Skip<T>(start)
                    : scratch.Skip<T>((long)_registers.OfStep(i) * _tile);
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
        foreach (var period in region.Inputs.Select(input => input.Places.Period).Where(period => period > 1))
        {
            var common = tile * period / (int)BigInteger.GreatestCommonDivisor(tile, period);
            tile = common <= Tile ? common : tile;
        }

        return Tile / tile * tile;
    }

    // What was asked is answered in bools.
    private void StoreAnswers(ReadOnlySpan<Address> steps, ReadOnlySpan<Address> outputs, long start, int count)
    {
        foreach (var (output, step) in _registers.Converted)
        {
            var from = steps[step];
            var to = outputs[output];
            if (_region.Outputs[output].Spec.DType == _region.DType)
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
