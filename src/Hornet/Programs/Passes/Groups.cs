namespace Hornet.Programs;

/// <summary>Instructions taken together: each is computed as one, so no group may wait for itself.</summary>
internal sealed class Groups
{
    private readonly Program _program;
    private readonly int[] _group;
    private readonly List<int>?[] _members;
    private readonly int[][] _reads;
    private readonly bool[] _isLive;
    private readonly int[][] _producers;

    public Groups(Program program, Operands operands, Func<int, bool> readsThrough)
    {
        _program = program;
        _group = [.. Enumerable.Range(0, program.Instructions.Count)];
        _members = [.. _group.Select(i => new List<int> { i })];
        _reads = [.. program.Instructions.Select((instruction, i) =>
            readsThrough(i)
                ? Array.ConvertAll(instruction.Inputs, value => operands[value].Value)
                : instruction.Inputs)];
        _isLive = Liveness();
        _producers = Producers();
    }

    /// <summary>The instructions that an instruction waits for.</summary>
    public IReadOnlyList<int> Producers(int instruction) => _isLive[instruction] ? _producers[instruction] : [];

    /// <summary>The last instruction before one that fits and is in another group.</summary>
    public int? Previous(int instruction, Func<int, bool> fits)
    {
        for (var i = instruction - 1; i >= 0; i--)
        {
            if (_isLive[i] && fits(i))
            {
                return _group[i] != _group[instruction] ? i : null;
            }
        }

        return null;
    }

    /// <summary>Takes the groups of two instructions together, unless that made a circle or a large group.</summary>
    public void TryMerge(int one, int other, int most)
    {
        var (a, b) = (_group[one], _group[other]);
        if (a == b || _members[a]!.Count + _members[b]!.Count > most || Reaches(a, b) || Reaches(b, a))
        {
            return;
        }

        List<int> members = [.. _members[a]!.Concat(_members[b]!).Order()];
        (_members[a], _members[b]) = (members, null);
        members.ForEach(member => _group[member] = a);
    }

    /// <summary>Whether a value is needed outside the group of the instruction that makes it.</summary>
    public ISet<int> NeededOutside(IReadOnlyList<int> members)
    {
        var group = _group[members[0]];
        var made = members.SelectMany(i => _program.Instructions[i].Outputs).ToHashSet();
        var needed = _program.Results.Where(made.Contains).ToHashSet();
        for (var i = 0; i < _program.Instructions.Count; i++)
        {
            if (_isLive[i] && _group[i] != group)
            {
                needed.UnionWith(_reads[i].Where(made.Contains));
            }
        }

        return needed;
    }

    /// <summary>The groups in an order in which they can be computed: each as late as its last member was.</summary>
    public IEnumerable<List<int>> InOrder()
    {
        var order = new List<List<int>>();
        var done = new HashSet<int>();
        for (var i = 0; i < _group.Length; i++)
        {
            if (_isLive[i] && _members[_group[i]]![^1] == i)
            {
                Emit(_group[i], done, order);
            }
        }

        return order;
    }

    // What is only read through is not there any more.
    private bool[] Liveness()
    {
        var needed = _program.Results.ToHashSet();
        var live = new bool[_reads.Length];
        for (var i = live.Length - 1; i >= 0; i--)
        {
            live[i] = Array.Exists(_program.Instructions[i].Outputs, needed.Contains);
            if (live[i])
            {
                needed.UnionWith(_reads[i]);
            }
        }

        return live;
    }

    private int[][] Producers()
    {
        var producerOf = new int[_program.ValueCount];
        Array.Fill(producerOf, -1);
        for (var i = 0; i < _program.Instructions.Count; i++)
        {
            Array.ForEach(_program.Instructions[i].Outputs, output => producerOf[output] = i);
        }

        return Array.ConvertAll(
            _reads,
            reads => reads.Select(value => producerOf[value]).Where(producer => producer >= 0).Distinct().ToArray());
    }

    private void Emit(int group, HashSet<int> done, List<List<int>> order)
    {
        if (done.Add(group))
        {
            foreach (var producer in Waits(group))
            {
                Emit(producer, done, order);
            }

            order.Add(_members[group]!);
        }
    }

    private IEnumerable<int> Waits(int group) =>
        _members[group]!.SelectMany(i => _producers[i]).Select(i => _group[i]).Where(other => other != group);

    // By a way round: that one waits for the other directly is no hindrance. Nothing bounds the search by where the
    // members stand: a group on the way may begin long before the other one and end after it.
    private bool Reaches(int from, int to)
    {
        var seen = new bool[_group.Length];
        seen[from] = true;
        var open = new Stack<int>();
        Open(from, seen, open);
        seen[to] = false; // found by the next way only
        while (open.TryPop(out var group))
        {
            if (group != to)
            {
                Open(group, seen, open);
                if (seen[to])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Open(int group, bool[] seen, Stack<int> open)
    {
        foreach (var member in _members[group]!)
        {
            foreach (var producer in _producers[member])
            {
                var next = _group[producer];
                if (!seen[next])
                {
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }
    }
}
