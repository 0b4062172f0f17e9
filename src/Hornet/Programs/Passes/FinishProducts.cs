namespace Hornet.Programs;

/// <summary>
/// Makes one kernel of a product and the element functions of its result: a bias, an activation, what is added.
/// </summary>
internal static class FinishProducts
{
    private const int Both = 2; // a product is finished by one region, and a region finishes one product

    public static Program Run(Program program)
    {
        var groups = new Groups(program, new Operands(program), _ => false);
        HashSet<int> written = [.. program.Writes.Select(write => write.Value)];
        for (var i = 0; i < program.Instructions.Count; i++)
        {
            // New values of variables lie where the old ones were, and not where a product was before.
            if (KernelOf(program, i) is RegionKernel region && !program.Instructions[i].Outputs.Any(written.Contains))
            {
                Join(program, i, region.Region, groups);
            }
        }

        return program with
        {
            Instructions =
            [
                .. groups.InOrder().Select(members => members.Count == Both
                    ? Joined(program, members, groups)
                    : program.Instructions[members[0]]),
            ],
        };
    }

    // Of several products with the one that is computed last.
    private static void Join(Program program, int instruction, Region region, Groups groups)
    {
        foreach (var producer in groups.Producers(instruction).OrderDescending())
        {
            if (KernelOf(program, producer) is ProductKernel
                && region.Inputs[PlaceOf(program.Instructions[producer], program.Instructions[instruction])]
                    .Places.IsWhole)
            {
                groups.TryMerge(instruction, producer, Both);
            }
        }
    }

    private static int PlaceOf(Instruction product, Instruction reader) =>
        Array.IndexOf(reader.Inputs, product.Outputs[0]);

    private static Instruction Joined(Program program, List<int> members, Groups groups)
    {
        var (first, second) = (program.Instructions[members[0]], program.Instructions[members[1]]);
        var (product, region) = ((KernelOp)first.Primitive, (KernelOp)second.Primitive);
        var kernel = (RegionKernel)region.Kernel;
        var place = PlaceOf(first, second);
        var own = second.Outputs.Length;
        var target = groups.NeededOutside(members).Contains(first.Outputs[0])
            ? own
            : Enumerable.Range(0, own).FirstOrDefault(output => kernel.CanOverwrite(place, output), own);
        var isOwn = target == own;
        return new Instruction(
            new KernelOp(
                $"{product.Title.Split(" {")[0]}, {region.Title}",
                new FinishedProduct((ProductKernel)product.Kernel, first.Inputs.Length, kernel, place, target),
                isOwn ? [.. region.Specs, .. product.Specs] : region.Specs),
            [.. first.Inputs, .. second.Inputs[..place], .. second.Inputs[(place + 1)..]],
            isOwn ? [.. second.Outputs, .. first.Outputs] : second.Outputs);
    }

    private static DenseKernel? KernelOf(Program program, int instruction) =>
        (program.Instructions[instruction].Primitive as KernelOp)?.Kernel;
}
