namespace Hornet.Programs;

/// <summary>A chain of element functions over one space of elements, as one kernel computes it.</summary>
/// <remarks>
/// Operands are numbered: first the inputs, then the constants, then the steps' results. Immutable.
/// </remarks>
internal sealed class Region
{
    /// <summary>In which dtype it computes: float32, float64, int32 or int64.</summary>
    public required DType DType { get; init; }

    /// <summary>How many elements there are.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<RegionInput> Inputs { get; init; }

    public required IReadOnlyList<double> Constants { get; init; }

    public required IReadOnlyList<RegionStep> Steps { get; init; }

    public required IReadOnlyList<RegionOutput> Outputs { get; init; }

    /// <summary>One function of so many tensors of a dtype and a number of elements.</summary>
    public static Region Of(Element function, DType dtype, int count, int arity) => new()
    {
        DType = dtype,
        Count = count,
        Inputs = [.. Enumerable.Repeat(new RegionInput(dtype, BroadcastPlaces.Of([count], [count])), arity)],
        Constants = [],
        Steps = [new RegionStep(function, [.. Enumerable.Range(0, arity)])],
        Outputs = [new RegionOutput(0, new TensorSpec([count], dtype))],
    };

    public override string ToString() => string.Join("; ", Steps.Select(
        (step, i) => $"{Inputs.Count + Constants.Count + i} = {step.Function}({string.Join(", ", step.Operands)})"));
}

/// <summary>A tensor that a region reads.</summary>
/// <param name="DType">Its dtype; its elements are converted to the region's.</param>
/// <param name="Places">Which of its elements belongs to each of the region.</param>
internal sealed record RegionInput(DType DType, BroadcastPlaces Places);

/// <summary>A function of operands, by their numbers.</summary>
internal sealed record RegionStep(Element Function, int[] Operands);

/// <summary>A step's results, written to a tensor.</summary>
internal sealed record RegionOutput(int Step, TensorSpec Spec);
