namespace Hornet.Programs;

/// <summary>Makes one kernel of element functions that follow one another over the same space.</summary>
internal static class FuseElements
{
    private const int MostSteps = 48;

    public static Program Run(Program program)
    {
        var roots = Roots.Of(program);
        var candidates = ElementCandidate.All(program);
        var groups = new Groups(program, roots, i => candidates[i] is not null);
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
            var isChain = candidates[members[0]] is not null
                && members.Exists(i => candidates[i]!.Function.Function != Element.Copy);
            if (isChain)
            {
                instructions.Add(new RegionBuilder(program, roots, members, candidates).Build(groups));
            }
            else
            {
                instructions.AddRange(members.Select(i => program.Instructions[i]));
            }
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
