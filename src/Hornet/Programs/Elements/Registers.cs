namespace Hornet.Programs;

/// <summary>Which tile of scratch memory holds what, in a region: a tile is used again when nothing needs it.</summary>
internal sealed class Registers
{
    private readonly int[] _inputs;
    private readonly int[] _steps;
    private readonly int[] _outputs;

    public Registers(Region region)
    {
        _inputs = [.. Enumerable.Range(0, region.Inputs.Count)];
        _steps = new int[region.Steps.Count];
        _outputs = [.. Enumerable.Repeat(-1, region.Steps.Count)];
        Count = _inputs.Length;
        Converted = Place(region);
        Allocate(region);
    }

    /// <summary>How many tiles there are.</summary>
    public int Count { get; private set; }

    /// <summary>The outputs that are not written in place by their step.</summary>
    public IReadOnlyList<(int Output, int Step)> Converted { get; }

    /// <summary>Where an input is, if it is not read in place.</summary>
    public int OfInput(int input) => _inputs[input];

    /// <summary>Where a step's result is, if it is not written in place.</summary>
    public int OfStep(int step) => _steps[step];

    /// <summary>The output that a step writes at once, -1 for none.</summary>
    public int OutputOf(int step) => _outputs[step];

    private List<(int Output, int Step)> Place(Region region)
    {
        var converted = new List<(int, int)>();
        for (var i = 0; i < region.Outputs.Count; i++)
        {
            var (step, spec) = region.Outputs[i];
            if (spec.DType == region.DType && _outputs[step] < 0)
            {
                _outputs[step] = i;
            }
            else
            {
                converted.Add((i, step));
            }
        }

        return converted;
    }

    private void Allocate(Region region)
    {
        var first = region.Inputs.Count + region.Constants.Count;
        var lastUse = new int[region.Steps.Count];
        for (var i = 0; i < region.Steps.Count; i++)
        {
            foreach (var operand in region.Steps[i].Operands.Where(operand => operand >= first))
            {
                lastUse[operand - first] = i;
            }
        }

        foreach (var (_, step) in Converted)
        {
            lastUse[step] = region.Steps.Count;
        }

        var free = new Stack<int>();
        for (var i = 0; i < region.Steps.Count; i++)
        {
            if (_outputs[i] < 0)
            {
                _steps[i] = free.Count > 0 ? free.Pop() : Count++;
            }

            for (var j = 0; j < i; j++)
            {
                if (_outputs[j] < 0 && lastUse[j] == i)
                {
                    free.Push(_steps[j]);
                }
            }
        }
    }
}
