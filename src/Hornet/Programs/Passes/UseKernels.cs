namespace Hornet.Programs;

/// <summary>Gives what dense kernels compute to them, and lets them read through changes of shape.</summary>
internal static class UseKernels
{
    public static Program Run(Program program)
    {
        var roots = Roots.Of(program);
        return program with
        {
            Instructions = [.. program.Instructions.Select(instruction => Lower(program, instruction, roots))],
        };
    }

    private static Instruction Lower(Program program, Instruction instruction, int[] roots)
    {
        var specs = Array.ConvertAll(instruction.Inputs, value => program.Specs[value]);
        if (!specs.All(spec => spec.Shape.IsKnown)
            || instruction.Primitive.LoweringOf(specs) is not DenseLowering lowering)
        {
            return instruction;
        }

        var outputs = Array.ConvertAll(instruction.Outputs, value => program.Specs[value]);
        return new Instruction(
            new KernelOp(instruction.Primitive.ToString(), lowering.Kernel, outputs),
            Array.ConvertAll(instruction.Inputs, value => roots[value]),
            instruction.Outputs);
    }
}

/// <summary>Which value has the elements of each, in the same order in memory.</summary>
internal static class Roots
{
    public static int[] Of(Program program)
    {
        int[] roots = [.. Enumerable.Range(0, program.ValueCount)];
        foreach (var (primitive, inputs, outputs) in program.Instructions)
        {
            if (inputs.Length == 1 && program.Specs[inputs[0]].Shape.IsKnown
                && primitive.LoweringOf([program.Specs[inputs[0]]]) is SameElements)
            {
                roots[outputs[0]] = roots[inputs[0]];
            }
        }

        return roots;
    }
}
