namespace Hornet.Programs;

/// <summary>Makes one kernel of element functions that follow one another over the same space.</summary>
internal static class FuseElements
{
    private const int MostSteps = 48;

    public static Program Run(Program program)
    {
        var operands = new Operands(program);
        var candidates = ElementCandidate.All(program);
        var groups = new Groups(program, operands, i => candidates[i] is not null);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i] is { } candidate)
            {
                Join(i, candidate, candidates, groups);
            }
        }

        var instructions = new List<Instruction>();
        foreach (var members in groups.InOrder())
        {
            instructions.Add(candidates[members[0]] is null
                ? program.Instructions[members[0]]
                : new RegionBuilder(program, operands, members, candidates).Build(groups));
        }

        return program with { Instructions = instructions };
    }

    private static void Join(int i, ElementCandidate candidate, ElementCandidate?[] candidates, Groups groups)
    {
        foreach (var producer in groups.Producers(i))
        {
            if (Fits(candidate, candidates[producer]))
            {
                groups.TryMerge(i, producer, MostSteps);
            }
        }

        if (candidate.Count == 1 && groups.Previous(i, other => Fits(candidate, candidates[other])) is { } neighbour)
        {
            groups.TryMerge(i, neighbour, MostSteps);
        }
    }

    private static bool Fits(ElementCandidate one, ElementCandidate? other) =>
        other is not null && one.Count == other.Count && one.DType == other.DType;
}
