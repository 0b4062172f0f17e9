using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Computes once, before any replay, what depends on constants alone.</summary>
internal static class FoldConstants
{
    private const long MostElements = 4096; // larger constants would cost more memory than they save time

    public static Program Run(Program program)
    {
        var constants = program.Constants.ToDictionary(constant => constant.Value, constant => Dense(constant.Tensor));
        var kept = new List<Instruction>();
        foreach (var instruction in program.Instructions)
        {
            if (IsFoldable(program, instruction, constants))
            {
                Fold(program, instruction, constants);
            }
            else
            {
                kept.Add(instruction);
            }
        }

        return program with
        {
            Instructions = kept,
            Constants = [.. constants.Select(constant => new ConstantValue(constant.Key, constant.Value))],
        };
    }

    // Kernels read constants where they lie.
    private static EagerTensor Dense(EagerTensor constant) => constant.Handle.IsContiguous
        ? constant
        : new EagerTensor(constant.Handle.Contiguous(), scoped: false);

    private static bool IsFoldable(
        Program program, Instruction instruction, Dictionary<int, EagerTensor> constants) =>
        instruction.Primitive.IsPure
            && (instruction.Primitive.IgnoresValues || Array.TrueForAll(instruction.Inputs, constants.ContainsKey))
            && instruction.Inputs.Concat(instruction.Outputs).All(value => IsSmall(program.Specs[value]));

    private static bool IsSmall(TensorSpec spec) => spec.Shape.IsKnown && spec.Shape.Size <= MostElements;

    private static void Fold(Program program, Instruction instruction, Dictionary<int, EagerTensor> constants)
    {
        var inputs = Array.ConvertAll(instruction.Inputs, value => constants.TryGetValue(value, out var constant)
            ? constant.Handle.NewReference()
            : Kernels.Zeros(program.Specs[value].Shape.Sizes, program.Specs[value].DType));
        var outputs = new TensorHandle[instruction.Outputs.Length];
        instruction.Primitive.RunOn(inputs, outputs);
        for (var i = 0; i < outputs.Length; i++)
        {
            using var result = outputs[i];
            constants[instruction.Outputs[i]] = new EagerTensor(result.Contiguous(), scoped: false);
        }

        Array.ForEach(inputs, input => input.Dispose());
    }
}
