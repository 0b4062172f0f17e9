namespace Hornet.Autodiff;

/// <summary>What a gradient rule needs from the forward pass.</summary>
[Flags]
internal enum Saves
{
    Nothing = 0,
    Inputs = 1,
    Outputs = 2,
}

/// <summary>What the tape keeps of one primitive: the specs, and the values that it asked for.</summary>
internal sealed class Residuals(
    Primitive primitive, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs, bool[] wanted)
{
    private readonly TensorSpec[] _inputSpecs = TensorSpec.Of(inputs);
    private readonly TensorSpec[] _outputSpecs = TensorSpec.Of(outputs);
    private readonly Tensor[]? _inputs = primitive.Saves.HasFlag(Saves.Inputs) ? inputs.ToArray() : null;
    private readonly Tensor[]? _outputs = primitive.Saves.HasFlag(Saves.Outputs) ? outputs.ToArray() : null;

    public int InputCount => _inputSpecs.Length;

    /// <summary>The first result.</summary>
    public Tensor Output => OutputAt(0);

    public Tensor Input(int index) => (_inputs ?? throw NotSaved(Saves.Inputs))[index];

    public Tensor OutputAt(int index) => (_outputs ?? throw NotSaved(Saves.Outputs))[index];

    public TensorSpec InputSpec(int index) => _inputSpecs[index];

    public TensorSpec OutputSpec(int index) => _outputSpecs[index];

    /// <summary>Whether anyone asks for the gradient of an input: a rule need not compute the others.</summary>
    public bool Wants(int index) => wanted[index];

    private InvalidOperationException NotSaved(Saves what) =>
        new($"{primitive} reads its {what} in its gradient but does not save them.");
}
