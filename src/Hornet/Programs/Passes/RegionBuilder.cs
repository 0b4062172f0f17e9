namespace Hornet.Programs;

/// <summary>Writes a group of instructions down as a region, and as the instruction that computes it.</summary>
internal sealed class RegionBuilder(
    Program program, Operands operands, List<int> members, ElementCandidate?[] candidates)
{
    private readonly DType _dtype = candidates[members[0]]!.DType;
    private readonly List<Source> _inputs = [];
    private readonly List<double> _constants = [];
    private readonly Dictionary<int, int> _stepOf = [];

    public Instruction Build(Groups groups)
    {
        for (var i = 0; i < members.Count; i++)
        {
            _stepOf[program.Instructions[members[i]].Outputs[0]] = i;
        }

        var drafts = members.ConvertAll(Draft);
        var steps = drafts.ConvertAll(draft => new RegionStep(
            draft.Function, Array.ConvertAll(draft.Operands, Number)));
        int[] results = [.. groups.NeededOutside(members).Order()];
        var region = new Region
        {
            DType = _dtype,
            Count = candidates[members[0]]!.Count,
            Inputs = [.. _inputs.Select(input => input.Input)],
            Constants = _constants,
            Steps = steps,
            Outputs = [.. results.Select(value => new RegionOutput(_stepOf[value], program.Specs[value]))],
        };
        var title = $"Fused({string.Join(", ", steps.Select(step => step.Function))})";
        return new Instruction(
            new KernelOp(title, CreateKernel(region), [.. region.Outputs.Select(output => output.Spec)]),
            [.. _inputs.Select(input => input.Value)],
            results);
    }

    private static DenseKernel CreateKernel(Region region) => region.DType switch
    {
        DType.Float32 => new RegionKernel<float>(region),
        DType.Float64 => new RegionKernel<double>(region),
        DType.Int32 => new RegionKernel<int>(region),
        _ => new RegionKernel<long>(region),
    };

    // Numbers are final only when all inputs and constants are known.
    private (Element Function, (Kind Kind, int Index)[] Operands) Draft(int member)
    {
        var instruction = program.Instructions[member];
        var function = candidates[member]!.Function;
        var shape = program.Specs[instruction.Outputs[0]].Shape;
        var operands = instruction.Inputs.Select(value => Operand(value, shape))
            .Concat(function.Constants.Select(Constant));
        return (function.Function, [.. operands]);
    }

    private (Kind Kind, int Index) Operand(int value, Shape shape)
    {
        var (source, spec) = operands[value];
        if (_stepOf.TryGetValue(source, out var step))
        {
            return (Kind.Step, step);
        }

        var input = new RegionInput(spec.DType, BroadcastPlaces.Of(spec.Shape, shape));
        var index = _inputs.FindIndex(known => known.Value == source && known.Input.Places.Equals(input.Places));
        if (index < 0)
        {
            index = _inputs.Count;
            _inputs.Add(new(source, input));
        }

        return (Kind.Input, index);
    }

    private (Kind Kind, int Index) Constant(double constant)
    {
        _constants.Add(constant);
        return (Kind.Constant, _constants.Count - 1);
    }

    private int Number((Kind Kind, int Index) operand) => operand.Kind switch
    {
        Kind.Input => operand.Index,
        Kind.Constant => _inputs.Count + operand.Index,
        _ => _inputs.Count + _constants.Count + operand.Index,
    };

    private sealed record Source(int Value, RegionInput Input);

    private enum Kind
    {
        Input,
        Constant,
        Step,
    }
}
