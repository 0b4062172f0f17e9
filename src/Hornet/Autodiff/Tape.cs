namespace Hornet.Autodiff;

/// <summary>Records the primitives that depend on its sources, and runs their gradient rules backwards.</summary>
/// <remarks>Of traced tensors the gradients are traced, into the same program.</remarks>
internal sealed class Tape
{
    [ThreadStatic]
    private static Tape? t_current;

    private readonly Tape? _outer;
    private readonly HashSet<long> _tracked = []; // ids, so that the tape keeps no tensor alive that no rule asked for
    private readonly List<Step> _steps = [];
    private bool _isOpen = true;

    public Tape()
    {
        _outer = t_current;
        t_current = this;
    }

    public static Tape? Current
    {
        get => t_current;
        set => t_current = value; // the boundary pauses recording while weights are made
    }

    /// <summary>Makes a tensor a source: what is computed from it is recorded.</summary>
    public void Watch(Tensor tensor) => _tracked.Add(tensor.Id);

    /// <summary>Makes a tensor, a variable's value, a source of all open tapes.</summary>
    public static void WatchEverywhere(Tensor tensor)
    {
        for (var tape = t_current; tape is not null; tape = tape._outer)
        {
            tape.Watch(tensor);
        }
    }

    public void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            t_current = _outer;
        }
    }

    public void Record(Primitive primitive, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        _outer?.Record(primitive, inputs, outputs);
        bool[]? wanted = null;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (_tracked.Contains(inputs[i].Id) && IsDifferentiable(inputs[i].DType))
            {
                (wanted ??= new bool[inputs.Length])[i] = true;
            }
        }

        if (wanted is null)
        {
            return;
        }

        foreach (var output in outputs)
        {
            _tracked.Add(output.Id);
        }

        _steps.Add(new Step(primitive, Ids(inputs), Ids(outputs), new(primitive, inputs, outputs, wanted)));
    }

    /// <summary>The gradients of the targets' weighted sum, null where nothing flows. Ends the recording.</summary>
    public Tensor?[] Gradients(ReadOnlySpan<Tensor> targets, ReadOnlySpan<Tensor?> weights,
        ReadOnlySpan<Tensor> sources)
    {
        Close();
        var cotangents = new Dictionary<long, Tensor>();
        for (var i = 0; i < targets.Length; i++)
        {
            Accumulate(cotangents, targets[i].Id, weights[i] ?? Ops.OnesLike(targets[i]));
        }

        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            Reverse(_steps[i], cotangents);
        }

        var gradients = new Tensor?[sources.Length];
        for (var i = 0; i < gradients.Length; i++)
        {
            gradients[i] = cotangents.GetValueOrDefault(sources[i].Id);
        }

        return gradients;
    }

    private static bool IsDifferentiable(DType dtype) => dtype.IsFloating() || dtype.IsComplex();

    private static void Reverse(Step step, Dictionary<long, Tensor> cotangents)
    {
        var g = Array.ConvertAll(step.Outputs, cotangents.GetValueOrDefault);
        if (Array.TrueForAll(g, cotangent => cotangent is null))
        {
            return;
        }

        var gradients = step.Primitive.Vjp(g, step.Saved);
        for (var i = 0; i < gradients.Length; i++)
        {
            if (gradients[i] is { } gradient && step.Saved.Wants(i))
            {
                // Un-broadcast once, for every rule.
                Accumulate(cotangents, step.Inputs[i], Ops.SumTo(gradient, step.Saved.InputSpec(i).Shape));
            }
        }
    }

    private static void Accumulate(Dictionary<long, Tensor> cotangents, long id, Tensor gradient) =>
        cotangents[id] = cotangents.TryGetValue(id, out var sum) ? sum + gradient : gradient;

    private static long[] Ids(ReadOnlySpan<Tensor> tensors)
    {
        var ids = new long[tensors.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = tensors[i].Id;
        }

        return ids;
    }

    private readonly record struct Step(Primitive Primitive, long[] Inputs, long[] Outputs, Residuals Saved);
}
