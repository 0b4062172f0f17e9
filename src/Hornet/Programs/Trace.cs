using Hornet.Autodiff;

namespace Hornet.Programs;

/// <summary>Writes down, as a program, the primitives that are applied to its values while it is open.</summary>
internal sealed class Trace
{
    [ThreadStatic]
    private static Trace? t_current;

    private readonly List<int> _inputs = [];
    private readonly List<Instruction> _instructions = [];
    private readonly Dictionary<long, ConstantValue> _constants = [];
    private readonly Dictionary<Variable, TracedTensor> _reads = [];
    private readonly Dictionary<Variable, TracedTensor> _values = [];
    private readonly List<TensorSpec> _specs = [];

    private Trace()
    {
    }

    /// <summary>The innermost open trace of this thread.</summary>
    public static Trace? Current => t_current;

    /// <summary>Whether the traced computation has ended: its values cannot be used any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Traces a computation on inputs of these specs into a program.</summary>
    public static Program Compile(Func<Tensor[], Tensor[]> computation, IEnumerable<TensorSpec> inputs)
    {
        var trace = new Trace();
        return trace.Run(() => trace.Finish(computation([.. inputs.Select(trace.Input)])));
    }

    /// <summary>What a call gives when symbolic inputs stand for their specs. Computes nothing.</summary>
    public static TResult Infer<TResult>(Tensor[] inputs, Func<Tensor[], TResult> call)
    {
        var trace = new Trace();
        return trace.Run(() => call(Array.ConvertAll(inputs, trace.Stand)));
    }

    /// <summary>
    /// Infers a call on structured arguments. What <paramref name="call"/> gives must hold no tensor.
    /// </summary>
    public static TResult Infer<TResult>(CallArguments arguments, Func<CallArguments, TResult> call)
    {
        var trace = new Trace();
        return trace.Run(() => call(arguments.Select(trace.Stand)));
    }

    /// <summary>Makes something, weights for one, as if nothing were traced or recorded.</summary>
    public static void Pause(Action action)
    {
        var (trace, tape) = (t_current, Tape.Current);
        (t_current, Tape.Current) = (null, null);
        try
        {
            action();
        }
        finally
        {
            (t_current, Tape.Current) = (trace, tape);
        }
    }

    /// <summary>The trace that the tensors belong to, null where all are eager.</summary>
    public static Trace? Of(ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor is TracedTensor traced)
            {
                return traced.Trace;
            }
        }

        return null;
    }

    public TracedTensor[] Append(Primitive primitive, ReadOnlySpan<Tensor> inputs, TensorSpec[] specs)
    {
        var arguments = new int[inputs.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Number(inputs[i]);
        }

        var outputs = Array.ConvertAll(specs, New);
        _instructions.Add(new Instruction(primitive, arguments, Array.ConvertAll(outputs, output => output.Value)));
        return outputs;
    }

    /// <summary>The variable's value here: what was written, else what it is when the program starts.</summary>
    public TracedTensor Read(Variable variable)
    {
        if (!_values.TryGetValue(variable, out var value))
        {
            value = New(variable.Spec);
            _reads.Add(variable, value);
            _values.Add(variable, value);
        }

        return value;
    }

    public void Write(Variable variable, Tensor value)
    {
        var number = Number(value);
        _values[variable] = value as TracedTensor ?? new TracedTensor(this, number, value.Spec);
    }

    private TResult Run<TResult>(Func<TResult> computation)
    {
        var outer = t_current;
        t_current = this;
        try
        {
            return computation();
        }
        finally
        {
            IsClosed = true;
            t_current = outer;
        }
    }

    private Program Finish(Tensor[] outputs) => new()
    {
        Outputs = Array.ConvertAll(outputs, Number),
        Inputs = _inputs,
        Constants = [.. _constants.Values],
        Reads = Variables(_reads, static (_, _) => true),
        Instructions = _instructions,
        Writes = Variables(_values, (variable, value) => _reads.GetValueOrDefault(variable) != value),
        Specs = _specs,
    };

    private static List<VariableValue> Variables(
        Dictionary<Variable, TracedTensor> values, Func<Variable, TracedTensor, bool> isWanted)
    {
        var wanted = new List<VariableValue>();
        foreach (var (variable, value) in values)
        {
            if (isWanted(variable, value))
            {
                wanted.Add(new(value.Value, variable));
            }
        }

        return wanted;
    }

    private Tensor Stand(Tensor tensor) => tensor is KerasTensor symbolic ? StandIn(symbolic) : tensor;

    private TracedTensor StandIn(KerasTensor symbolic)
    {
        var input = Input(symbolic.Spec);
        input.KerasMask = symbolic.KerasMask is { } mask ? Stand(mask) : null;
        return input;
    }

    private TracedTensor Input(TensorSpec spec)
    {
        var input = New(spec);
        _inputs.Add(input.Value);
        return input;
    }

    private TracedTensor New(TensorSpec spec) => new(this, NewValue(spec), spec);

    private int NewValue(TensorSpec spec)
    {
        _specs.Add(spec);
        return _specs.Count - 1;
    }

    private int Number(Tensor tensor) => tensor switch
    {
        TracedTensor traced when traced.Trace == this && !IsClosed => traced.Value,
        EagerTensor eager => Constant(eager),
        KerasTensor => throw new InvalidOperationException(
            $"{tensor} reached a computation that is being traced, where it has no value. Inside Call, compute with " +
            "the layer's inputs instead of symbolic tensors kept from outside."),
        _ => throw new InvalidOperationException(
            $"A tensor {tensor.Spec} of another trace, or of one that has ended, reached this one. " +
            "Return it from the traced computation instead of keeping it in a field."),
    };

    // The program keeps a reference of its own: the scope in which it is traced may free the tensor.
    private int Constant(EagerTensor tensor)
    {
        if (!_constants.TryGetValue(tensor.Id, out var constant))
        {
            var kept = tensor.DType == DType.String ? throw NoText() : tensor.Handle.NewReference();
            constant = new(NewValue(tensor.Spec), new EagerTensor(kept, scoped: false));
            _constants.Add(tensor.Id, constant);
        }

        return constant.Value;
    }

    private static InvalidOperationException NoText() => new(
        "A tensor of strings reached a computation that is being traced. Run eagerly (runEagerly: true), or convert " +
        "the text before.");
}
