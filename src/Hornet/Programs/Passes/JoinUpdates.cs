namespace Hornet.Programs;

/// <summary>Makes one kernel of the updates of variables, as far as they do not wait for one another.</summary>
/// <remarks>
/// An update has the level of how many others it waits for, one after another: those of one level never wait for one
/// another, by no way round. A large one stays alone: it fills the threads by itself, and need not keep its gradient
/// until the others have theirs.
/// </remarks>
internal sealed class JoinUpdates
{
    /// <summary>How much work is joined at most: a quarter of a million elements of Adam.</summary>
    public const long MostShares = 16 * RangeKernel.PerThread;

    private readonly Program _program;
    private readonly Dictionary<int, int> _oldValues = []; // of the variable that a value is written to; -1 for none
    private readonly HashSet<int> _overwritten = []; // those old values

    private JoinUpdates(Program program)
    {
        _program = program;
        var reads = program.Reads.ToDictionary(read => read.Variable, read => read.Value);
        foreach (var (value, variable) in program.Writes)
        {
            _oldValues[value] = reads.GetValueOrDefault(variable, -1);
            _overwritten.Add(_oldValues[value]);
        }
    }

    public static Program Run(Program program)
    {
        if (program.Writes.Count == 0)
        {
            return program;
        }

        var pass = new JoinUpdates(program);
        var units = pass.Units();
        units.Sort(UpdateUnit.ByLevel);
        pass.Postpone(units, UnitKind.Joined, UnitKind.Later);
        pass.Postpone(units, UnitKind.Later, UnitKind.Alone);
        units.Sort(UpdateUnit.ByLevel);
        units = Join(units);
        units.Sort(UpdateUnit.ByLevel);
        pass.Place(units);
        units.Sort(UpdateUnit.ByPlace);
        return program with { Instructions = units.ConvertAll(pass.Build) };
    }

    private List<UpdateUnit> Units()
    {
        var updates = Updates();
        var levelOf = new int[_program.ValueCount];
        var units = new List<UpdateUnit>();
        foreach (var (index, instruction) in _program.Instructions.Index())
        {
            var level = instruction.Inputs.Max(value => (int?)levelOf[value]) ?? 0;
            var kernel = updates[index];
            var kind = kernel is null ? UnitKind.Other
                : kernel.Share <= MostShares ? UnitKind.Joined
                : UnitKind.Alone;
            units.Add(new UpdateUnit(index, level, kind, kernel?.Share ?? 0));
            Array.ForEach(instruction.Outputs, output => levelOf[output] = kernel is null ? level : level + 1);
        }

        return units;
    }

    // What gives a variable's new value, or computes with its old one for such updates alone; null for all else.
    private RangeKernel?[] Updates()
    {
        var updates = new RangeKernel?[_program.Instructions.Count];
        var isReadOtherwise = new bool[_program.ValueCount];
        foreach (var output in _program.Outputs)
        {
            isReadOtherwise[output] = true;
        }

        for (var i = updates.Length - 1; i >= 0; i--)
        {
            var (primitive, inputs, outputs) = _program.Instructions[i];
            var isUpdate = Array.Exists(outputs, _oldValues.ContainsKey)
                || (Array.Exists(inputs, _overwritten.Contains)
                    && !Array.Exists(outputs, output => isReadOtherwise[output]));
            updates[i] = isUpdate && primitive is KernelOp { Kernel: RangeKernel kernel } ? kernel : null;
            foreach (var input in updates[i] is null ? inputs : [])
            {
                isReadOtherwise[input] = true;
            }
        }

        return updates;
    }

    // A variable is overwritten in place: not by the kernel that lets another update read the old value.
    private void Postpone(List<UpdateUnit> units, UnitKind kind, UnitKind later)
    {
        foreach (var level in units.Where(unit => unit.Kind == kind).GroupBy(unit => unit.Level))
        {
            var readers = level.SelectMany(unit => Inputs(unit).Distinct()).CountBy(value => value).ToDictionary();
            foreach (var unit in level.Where(unit => OldValues(unit).Any(old => readers.GetValueOrDefault(old) > 1)))
            {
                unit.Kind = later;
            }
        }
    }

    private static List<UpdateUnit> Join(List<UpdateUnit> units)
    {
        var joined = new List<UpdateUnit>();
        UpdateUnit? open = null;
        foreach (var unit in units)
        {
            var isJoined = unit.Kind is UnitKind.Joined or UnitKind.Later;
            var isOpen = isJoined && open?.Level == unit.Level && open.Kind == unit.Kind;
            if (isOpen && open!.Share + unit.Share <= MostShares)
            {
                open.Add(unit);
                continue;
            }

            joined.Add(unit);
            if (isJoined && (!isOpen || unit.Share < open!.Share))
            {
                open = unit; // there is more room beside the smaller one
            }
        }

        return joined;
    }

    // As late as the last member was, and what is overwritten after what reads it.
    private void Place(List<UpdateUnit> units)
    {
        var placeOf = new int[_program.ValueCount];
        var lastRead = new int[_program.ValueCount];
        foreach (var unit in units)
        {
            unit.Place = Math.Max(
                Inputs(unit).Max(value => (int?)placeOf[value]) ?? 0,
                Math.Max(unit.Members[^1], OldValues(unit).Max(old => (int?)lastRead[old]) ?? 0));
            foreach (var input in Inputs(unit))
            {
                lastRead[input] = Math.Max(lastRead[input], unit.Place);
            }

            foreach (var output in Outputs(unit))
            {
                placeOf[output] = unit.Place;
            }
        }
    }

    private Instruction Build(UpdateUnit unit)
    {
        if (unit.Members is [var single])
        {
            return _program.Instructions[single];
        }

        var members = unit.Members.ConvertAll(member => _program.Instructions[member]);
        var titles = members.Select(member => ((KernelOp)member.Primitive).Title.Split(" {")[0]).CountBy(title => title)
            .Select(title => title.Value > 1 ? $"{title.Value} × {title.Key}" : title.Key);
        int[] outputs = [.. Outputs(unit)];
        return new Instruction(
            new KernelOp(
                $"Joined({string.Join(", ", titles)})",
                new RangeKernels(members),
                Array.ConvertAll(outputs, output => _program.Specs[output])),
            [.. Inputs(unit)],
            outputs);
    }

    private IEnumerable<int> Inputs(UpdateUnit unit) => unit.Members.SelectMany(i => _program.Instructions[i].Inputs);

    private IEnumerable<int> Outputs(UpdateUnit unit) => unit.Members.SelectMany(i => _program.Instructions[i].Outputs);

    private IEnumerable<int> OldValues(UpdateUnit unit) =>
        Outputs(unit).Select(output => _oldValues.GetValueOrDefault(output, -1)).Where(old => old >= 0);
}

/// <summary>What becomes one instruction.</summary>
internal sealed class UpdateUnit(int first, int level, UnitKind kind, long share)
{
    // Of classes: .NET compiles the sorting by each struct anew.
    public static readonly Comparer<UpdateUnit> ByLevel = Comparer<UpdateUnit>.Create((one, other) =>
        one.Level != other.Level ? one.Level - other.Level
        : one.Kind != other.Kind ? one.Kind - other.Kind
        : one.Members[0] - other.Members[0]);

    public static readonly Comparer<UpdateUnit> ByPlace = Comparer<UpdateUnit>.Create((one, other) =>
        one.Place != other.Place ? one.Place - other.Place : ByLevel.Compare(one, other));

    /// <summary>The instructions, in order.</summary>
    public List<int> Members { get; } = [first];

    /// <summary>How many updates it waits for, one after another.</summary>
    public int Level { get; } = level;

    public UnitKind Kind { get; set; } = kind;

    /// <summary>How much work it is.</summary>
    public long Share { get; private set; } = share;

    /// <summary>The instruction in whose place it is computed.</summary>
    public int Place { get; set; }

    public void Add(UpdateUnit other)
    {
        Members.AddRange(other.Members);
        Share += other.Share;
    }
}

/// <summary>Whether something is joined with others. Of one level, what comes later here may be computed later.
/// </summary>
internal enum UnitKind
{
    /// <summary>No update.</summary>
    Other,

    /// <summary>An update that is joined with others of its level.</summary>
    Joined,

    /// <summary>The same of those that overwrite what the former read.</summary>
    Later,

    /// <summary>An update that is not.</summary>
    Alone,
}
