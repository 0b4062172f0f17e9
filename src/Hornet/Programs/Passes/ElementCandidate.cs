namespace Hornet.Programs;

/// <summary>An instruction that could be part of a region: its function, dtype and number of elements.</summary>
internal sealed record ElementCandidate(ElementLowering Function, DType DType, int Count)
{
    /// <summary>One for each instruction of a program, null where it is something else.</summary>
    public static ElementCandidate?[] All(Program program) =>
        [.. program.Instructions.Select(instruction => Of(program, instruction))];

    private static ElementCandidate? Of(Program program, Instruction instruction)
    {
        var inputs = Array.ConvertAll(instruction.Inputs, value => program.Specs[value]);
        if (instruction.Outputs.Length != 1 || !Array.TrueForAll(inputs, input => input.Shape.IsKnown))
        {
            return null;
        }

        var output = program.Specs[instruction.Outputs[0]];
        return output.Shape is { IsKnown: true, Size: > 0 and <= int.MaxValue }
            && instruction.Primitive.LoweringOf(inputs) is ElementLowering function
            && ComputedIn(function.Function, inputs, output.DType) is { } dtype
                ? new ElementCandidate(function, dtype, (int)output.Shape.Size)
                : null;
    }

    // A copy may convert what it reads; a condition is read as 0 or 1; all else is of one dtype.
    private static DType? ComputedIn(Element function, TensorSpec[] inputs, DType output)
    {
        var isQuestion = function is >= Element.Greater and <= Element.NotEqual;
        var dtype = isQuestion ? inputs[0].DType : output;
        var operands = function == Element.Select ? inputs[1..] : inputs;
        if (function == Element.Select && inputs[0].DType != DType.Bool && inputs[0].DType != dtype)
        {
            return null;
        }

        var isKnown = dtype is DType.Float32 or DType.Float64
            || (dtype is DType.Int32 or DType.Int64 && HasIntegers(function));
        var isRead = function == Element.Copy
            ? CanRead(inputs[0].DType, dtype)
            : Array.TrueForAll(operands, operand => operand.DType == dtype);
        return isKnown && isRead ? dtype : null;
    }

    private static bool HasIntegers(Element function) => function is Element.Copy or Element.Add or Element.Subtract
        or Element.Multiply or Element.Select or (>= Element.Greater and <= Element.NotEqual);

    // Floating-point numbers become integers in another way.
    private static bool CanRead(DType from, DType to) => from == to || (to is DType.Float32 or DType.Float64
        ? from is DType.Bool or DType.Int32 or DType.Int64 or DType.UInt8 or DType.Float32 or DType.Float64
        : from is DType.Bool or DType.UInt8 or DType.Int32);
}
