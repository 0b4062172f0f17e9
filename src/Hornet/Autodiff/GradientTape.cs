using Hornet.Autodiff;

namespace Hornet;

/// <summary>Records what is computed while it is open, for <see cref="Gradient(Tensor, Tensor)"/>.</summary>
/// <remarks>
/// Trainable variables are sources by themselves; other tensors become sources by <see cref="Watch"/>. One tape gives
/// gradients once. A ref struct, so that the compiler forbids a tape that crosses an await: tapes belong to a thread.
/// </remarks>
/// <example><code>
/// var w = new Variable(new float[] { 3 }, name: "w");
/// using var tape = new GradientTape();
/// var loss = Ops.Sum(w.Value * w.Value);
/// Console.WriteLine(tape.Gradient(loss, w)); // float32(1,) [6]
/// </code></example>
public readonly ref struct GradientTape : IDisposable
{
    private readonly Tape _tape;

    /// <summary>Starts recording on this thread.</summary>
    public GradientTape() => _tape = new Tape();

    /// <summary>Makes a tensor a source: what is computed from it from now on is recorded.</summary>
    public void Watch(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        _tape.Watch(tensor);
    }

    /// <summary>The gradient of the target's sum with respect to a watched tensor: zeros where nothing flows.</summary>
    public Tensor Gradient(Tensor target, Tensor source) => Gradients(target, [source])[0];

    /// <summary>The gradient of the target's sum with respect to a variable: zeros where nothing flows.</summary>
    public Tensor Gradient(Tensor target, Variable source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Gradients(target, [source.Raw])[0];
    }

    /// <summary>The gradients of the target's sum with respect to variables: zeros where nothing flows.</summary>
    public Tensor[] Gradients(Tensor target, IReadOnlyList<Variable> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var values = new Tensor[sources.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = sources[i].Raw;
        }

        return Gradients(target, values);
    }

    /// <summary>The gradients of the target's sum with respect to watched tensors: zeros where nothing flows.</summary>
    public Tensor[] Gradients(Tensor target, params ReadOnlySpan<Tensor> sources)
    {
        ArgumentNullException.ThrowIfNull(target);
        var gradients = _tape.Gradients([target], [null], sources);
        var results = new Tensor[sources.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = gradients[i] ?? Ops.ZerosLike(sources[i]);
        }

        return results;
    }

    /// <summary>Ends the recording.</summary>
    public void Dispose() => _tape?.Close();
}
