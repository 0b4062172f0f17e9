namespace Hornet.Programs;

/// <summary>What an element function reads instead of each value: what was reshaped or repeated to make it.</summary>
internal sealed class Operands
{
    private readonly Operand[] _sources;

    public Operands(Program program)
    {
        var roots = Roots.Of(program);
        _sources = new Operand[roots.Length];
        for (var value = 0; value < roots.Length; value++)
        {
            _sources[value] = new(roots[value], program.Specs[value]);
        }

        foreach (var (primitive, inputs, outputs) in program.Instructions)
        {
            if (IsRepetition(program, primitive, inputs, outputs))
            {
                _sources[outputs[0]] = _sources[inputs[0]];
            }
        }
    }

    /// <summary>The value whose elements are read, and in which shape it broadcasts.</summary>
    public Operand this[int value] => _sources[value];

    private static bool IsRepetition(Program program, Autodiff.Primitive primitive, int[] inputs, int[] outputs) =>
        inputs.Length == 1 && program.Specs[inputs[0]].Shape.IsKnown
            && program.Specs[inputs[0]].DType == program.Specs[outputs[0]].DType
            && primitive.LoweringOf([program.Specs[inputs[0]]]) is ElementLowering { Function: Element.Copy };
}

/// <summary>A value, and the shape in which it broadcasts.</summary>
internal sealed record Operand(int Value, TensorSpec Spec);
