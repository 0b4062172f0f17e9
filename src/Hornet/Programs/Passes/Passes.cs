namespace Hornet.Programs;

/// <summary>Program to program: the same results, less work. Each pass relies on primitives being pure.</summary>
internal static class Passes
{
    public static Program Optimize(Program program)
    {
        program = FoldConstants.Run(program);
        program = RemoveDeadCode(MergeEqualWork(AbsorbProducers.Run(program)));
        program = Ops.SplitScaleShift(program);
        program = DropFactorsOp.DrawOnce(RemoveDeadCode(Ops.PoolInOneKernel(program)));
        program = RemoveDeadCode(FuseElements.Run(UseKernels.Run(program)));
        return JoinUpdates.Run(FinishProducts.Run(program));
    }

    /// <summary>Drops what no result depends on: gradients of the batch, for one.</summary>
    public static Program RemoveDeadCode(Program program)
    {
        var live = program.Results.ToHashSet();
        var kept = new List<Instruction>();
        foreach (var instruction in program.Instructions.Reverse())
        {
            if (instruction.Outputs.Any(live.Contains))
            {
                live.UnionWith(instruction.Inputs);
                kept.Add(instruction);
            }
        }

        kept.Reverse();
        return program with
        {
            Instructions = kept,
            Constants = [.. program.Constants.Where(constant => live.Contains(constant.Value))],
            Reads = [.. program.Reads.Where(read => live.Contains(read.Value))],
        };
    }

    /// <summary>Computes equal primitives of equal values once.</summary>
    public static Program MergeEqualWork(Program program)
    {
        var same = Enumerable.Range(0, program.ValueCount).ToArray();
        var seen = new Dictionary<Instruction, int[]>(EqualWork.Instance);
        var kept = new List<Instruction>();
        foreach (var original in program.Instructions)
        {
            var instruction = original with { Inputs = Array.ConvertAll(original.Inputs, value => same[value]) };
            if (instruction.Primitive.IsPure && seen.TryGetValue(instruction, out var first))
            {
                for (var i = 0; i < first.Length; i++)
                {
                    same[instruction.Outputs[i]] = first[i];
                }
            }
            else
            {
                seen.TryAdd(instruction, instruction.Outputs);
                kept.Add(instruction);
            }
        }

        return program with
        {
            Instructions = kept,
            Outputs = [.. program.Outputs.Select(value => same[value])],
            Writes = [.. program.Writes.Select(write => write with { Value = same[write.Value] })],
        };
    }

    private sealed class EqualWork : IEqualityComparer<Instruction>
    {
        public static readonly EqualWork Instance = new();

        public bool Equals(Instruction? x, Instruction? y) => x is null || y is null
            ? x is null && y is null
            : x.Primitive.Equals(y.Primitive) && x.Inputs.AsSpan().SequenceEqual(y.Inputs);

        public int GetHashCode(Instruction obj) => obj.Inputs.Aggregate(obj.Primitive.GetHashCode(), HashCode.Combine);
    }
}
