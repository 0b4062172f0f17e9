namespace Hornet.Programs;

/// <summary>
/// Lets a primitive do the work of what makes one of its inputs: a product reads a transposed matrix as it lies.
/// </summary>
internal static class AbsorbProducers
{
    public static Program Run(Program program)
    {
        var producers = new Dictionary<int, Instruction>();
        var instructions = new List<Instruction>();
        foreach (var original in program.Instructions)
        {
            var instruction = Absorb(original, program, producers);
            instructions.Add(instruction);
            foreach (var output in instruction.Outputs)
            {
                producers[output] = instruction;
            }
        }

        return program with { Instructions = instructions };
    }

    private static Instruction Absorb(
        Instruction instruction, Program program, Dictionary<int, Instruction> producers)
    {
        for (var i = 0; i < instruction.Inputs.Length; i++)
        {
            if (producers.TryGetValue(instruction.Inputs[i], out var producer) && producer.Inputs.Length == 1
                && instruction.Primitive.Absorb(i, producer.Primitive, Specs(program, instruction.Inputs)) is { } both)
            {
                int[] inputs = [.. instruction.Inputs[..i], producer.Inputs[0], .. instruction.Inputs[(i + 1)..]];
                return Absorb(new Instruction(both, inputs, instruction.Outputs), program, producers);
            }
        }

        return instruction;
    }

    private static TensorSpec[] Specs(Program program, int[] values) =>
        Array.ConvertAll(values, value => program.Specs[value]);
}
