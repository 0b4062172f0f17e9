using Hornet.Native;

namespace Hornet.Programs;

/// <summary>How a program is replayed: its steps, and where each value lies meanwhile.</summary>
internal sealed class Plan
{
    private readonly int[] _lastUse;
    private readonly HashSet<int> _results;

    public Plan(Program program)
    {
        Program = program;
        _results = [.. program.Results];
        _lastUse = LastUses(program);
        Kinds = new ValueKind[program.ValueCount];
        SetKinds();
        ReadByKernels = [.. program.Instructions.Where(IsKernel).SelectMany(one => one.Inputs).Distinct()];
        Arena = new ArenaLayout(ArenaLives());
        HandlesInArena = [.. program.Instructions.Where(one => !IsKernel(one)).SelectMany(one => one.Inputs)
            .Where(value => Kinds[value] == ValueKind.Arena).Distinct()];
        Steps = [.. program.Instructions.Index()
            .Where(one => IsKernel(one.Item) || !Views.ContainsKey(one.Item.Outputs[0]))
            .Select(one => CreateStep(one.Item, one.Index))];
        Made = [.. program.Instructions.SelectMany(one => one.Outputs)
            .Where(value => Kinds[value] is ValueKind.Fresh or ValueKind.Foreign)];
        IsMovable = [.. Kinds.Select((kind, value) =>
            kind == ValueKind.Fresh && program.Results.Count(result => result == value) == 1)];
        ForeignResults = [.. _results.Where(value => Kinds[value] == ValueKind.Foreign)];
        IsFreshWrite = [.. program.Writes.Select(write => IsMovable[write.Value])];
    }

    public Program Program { get; }

    public Step[] Steps { get; }

    /// <summary>Where each value lies.</summary>
    public ValueKind[] Kinds { get; }

    public ArenaLayout Arena { get; }

    /// <summary>The values in the arena that are others in another shape, and which.</summary>
    public Dictionary<int, int> Views { get; } = [];

    /// <summary>The values in the arena that libtorch's operators read.</summary>
    public int[] HandlesInArena { get; }

    /// <summary>The values whose addresses are needed.</summary>
    public HashSet<int> ReadByKernels { get; }

    /// <summary>The values that are freed at the end, if nothing has taken them.</summary>
    public int[] Made { get; }

    /// <summary>Whether a value is the memory of one result alone.</summary>
    public bool[] IsMovable { get; }

    /// <summary>The results that libtorch's operators give.</summary>
    public int[] ForeignResults { get; }

    /// <summary>Whether what is written to a variable is in memory that nothing else uses.</summary>
    public bool[] IsFreshWrite { get; }

    private static bool IsKernel(Instruction instruction) => instruction.Primitive is KernelOp;

    private static int[] LastUses(Program program)
    {
        var lastUse = new int[program.ValueCount];
        for (var i = 0; i < program.Instructions.Count; i++)
        {
            var (_, inputs, outputs) = program.Instructions[i];
            foreach (var value in inputs.Concat(outputs))
            {
                lastUse[value] = i;
            }
        }

        foreach (var result in program.Results)
        {
            lastUse[result] = int.MaxValue;
        }

        return lastUse;
    }

    private void SetKinds()
    {
        foreach (var (index, instruction) in Program.Instructions.Index())
        {
            foreach (var output in instruction.Outputs)
            {
                Kinds[output] = !IsKernel(instruction) ? ValueKind.Foreign
                    : _results.Contains(output) ? ValueKind.Fresh
                    : ValueKind.Arena;
            }

            if (instruction.Primitive is KernelOp { Kernel: var kernel })
            {
                Overwrite(instruction, kernel, index);
            }
            else
            {
                SetView(instruction);
            }
        }
    }

    // A result may lie where an input was that nothing needs any more: the memory is in the cache already.
    private void Overwrite(Instruction instruction, DenseKernel kernel, int index)
    {
        var roots = Array.ConvertAll(instruction.Inputs, value => Views.GetValueOrDefault(value, value));
        for (var output = 0; output < instruction.Outputs.Length; output++)
        {
            var value = instruction.Outputs[output];
            for (var input = 0; Kinds[value] == ValueKind.Arena && input < roots.Length; input++)
            {
                var root = roots[input];
                if (Kinds[root] == ValueKind.Arena && _lastUse[root] == index && _lastUse[value] > index
                    && kernel.CanOverwrite(input, output) && BytesOf(root) == BytesOf(value)
                    && roots.Count(other => other == root) == 1)
                {
                    Views[value] = root;
                    _lastUse[root] = _lastUse[value];
                    break;
                }
            }
        }
    }

    // Another shape of what is in the arena is there, too: nothing is to be done.
    private void SetView(Instruction instruction)
    {
        var (input, output) = (instruction.Inputs.FirstOrDefault(-1), instruction.Outputs[0]);
        if (instruction.Inputs.Length == 1 && Kinds[input] == ValueKind.Arena && !_results.Contains(output)
            && instruction.Primitive.LoweringOf([Program.Specs[input]]) is SameElements)
        {
            var root = Views.GetValueOrDefault(input, input);
            Kinds[output] = ValueKind.Arena;
            Views[output] = root;
            _lastUse[root] = Math.Max(_lastUse[root], _lastUse[output]);
        }
    }

    private long BytesOf(int value) =>
        Program.Specs[value].Shape.Size * DTypeCodes.SizeOf(Program.Specs[value].DType);

    private IEnumerable<ArenaLife> ArenaLives()
    {
        for (var i = 0; i < Program.Instructions.Count; i++)
        {
            foreach (var output in Program.Instructions[i].Outputs)
            {
                if (Kinds[output] == ValueKind.Arena && !Views.ContainsKey(output))
                {
                    yield return new(output, BytesOf(output), i, _lastUse[output]);
                }
            }
        }
    }

    private Step CreateStep(Instruction instruction, int index)
    {
        int[] ended = [.. instruction.Inputs.Concat(instruction.Outputs).Distinct()
            .Where(value => Kinds[value] == ValueKind.Foreign && _lastUse[value] == index)];
        if (instruction.Primitive is KernelOp kernel)
        {
            return new KernelStep(
                kernel,
                instruction,
                [.. instruction.Outputs.Select((output, i) => Target(kernel.Kernel, instruction, index, output, i))],
                ended);
        }

        return new PrimitiveStep(
            instruction,
            Array.ConvertAll(instruction.Outputs, ReadByKernels.Contains),
            Array.Exists(instruction.Inputs, value => Kinds[value] == ValueKind.Arena),
            ended);
    }

    private OutputTarget Target(DenseKernel kernel, Instruction instruction, int index, int output, int place)
    {
        if (Kinds[output] == ValueKind.Arena)
        {
            return new OutputTarget(IsFresh: false);
        }

        foreach (var variable in Program.Writes.Where(write => write.Value == output).Select(write => write.Variable))
        {
            var read = Program.Reads.Select((read, i) => (read.Variable, read.Value, Index: i))
                .FirstOrDefault(read => read.Variable == variable, (null!, -1, -1));
            var input = Array.IndexOf(instruction.Inputs, read.Value);
            if (input >= 0 && _lastUse[read.Value] == index && kernel.CanOverwrite(input, place)
                && Program.Results.Count(result => result == output) == 1)
            {
                return new OutputTarget(IsFresh: true, read.Index, ForeignAt(index), IsReadByPrimitives(output));
            }
        }

        return new OutputTarget(IsFresh: true);
    }

    private bool IsReadByPrimitives(int value) =>
        Program.Instructions.Any(instruction => !IsKernel(instruction) && instruction.Inputs.Contains(value));

    // What libtorch's operators gave may be a view of a variable's memory.
    private int[] ForeignAt(int index) => [.. Program.Instructions.Take(index)
        .SelectMany(instruction => instruction.Outputs)
        .Where(value => Kinds[value] == ValueKind.Foreign && _lastUse[value] >= index)];
}

/// <summary>Where a value lies while a program runs.</summary>
internal enum ValueKind
{
    /// <summary>In the memory of an input, a constant or a variable.</summary>
    Borrowed,

    /// <summary>In the program's own block of memory.</summary>
    Arena,

    /// <summary>In memory of its own: it outlives the run.</summary>
    Fresh,

    /// <summary>Where libtorch's operator has put it.</summary>
    Foreign,
}

/// <summary>Where a kernel writes one of its results.</summary>
/// <param name="IsFresh">Into memory of its own, that a result keeps.</param>
/// <param name="Read">Over this one of the variables read, if nobody else uses its memory; -1 for none.</param>
/// <param name="Views">The values that must not be views of that memory.</param>
/// <param name="NeedsHandle">Whether libtorch's operators read the result.</param>
internal sealed record OutputTarget(bool IsFresh, int Read = -1, int[]? Views = null, bool NeedsHandle = false);
