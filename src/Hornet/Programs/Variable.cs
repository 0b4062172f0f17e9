using System.Diagnostics.CodeAnalysis;
using Hornet.Autodiff;
using Hornet.Constraints;
using Hornet.Programs;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>A named tensor that training changes: by replacing it, so that who holds an old value keeps it.</summary>
/// <remarks>Safe to read from many threads while another one assigns.</remarks>
/// <example><code>
/// var counter = new Variable(0, trainable: false, name: "counter");
/// counter.Assign(counter.Value + 1);
/// </code></example>
[SuppressMessage("Design", "CA1001", Justification = "Who reads a value may hold it; finalizers free both.")]
public sealed partial class Variable : ITrackable
{
    private readonly Lock _lock = new();
    private Storage? _storage;
    private EagerTensor? _snapshot;
    private Func<Tensor>? _first; // makes the first value, which nobody has asked for so far

    /// <summary>Makes a variable of its first value.</summary>
    /// <param name="value">The first value. Its shape and dtype stay.</param>
    /// <param name="dtype">The dtype; the value's where null (a float literal's is float32).</param>
    /// <param name="trainable">Whether training changes it, and tapes watch it.</param>
    /// <param name="autocast">Whether layers of a mixed dtype policy read it in their compute dtype.</param>
    /// <param name="name">The name; made up where null.</param>
    public Variable(Tensor value, DType? dtype = null, bool trainable = true, bool autocast = true, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        (Name, Path) = Named(name);
        Trainable = trainable;
        Autocast = autocast;
        var first = Eager(dtype is { } wanted && value.DType != wanted ? Ops.Cast(value, wanted) : value);
        Spec = first.Spec;
        _storage = new Storage(first.Handle.NewReference(), isShared: true);
        GC.KeepAlive(first);
    }

    /// <summary>Makes a variable whose first value is made when it is asked for: a file may bring another first.
    /// </summary>
    internal Variable(Func<Tensor> first, TensorSpec spec, bool trainable, bool autocast, string name)
    {
        (Name, Path) = Named(name);
        (_first, Spec, Trainable, Autocast) = (first, spec, trainable, autocast);
    }

    /// <summary>Frees the memory of a variable that nobody holds.</summary>
    ~Variable() => _storage?.Handle.Dispose();

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The name after those of the layers it is in: <c>sequential/dense/kernel</c>.</summary>
    public string Path { get; }

    /// <summary>The shape and the dtype.</summary>
    public TensorSpec Spec { get; }

    /// <summary>The sizes of the axes.</summary>
    public Shape Shape => Spec.Shape;

    /// <summary>The element type.</summary>
    public DType DType => Spec.DType;

    /// <summary>Whether training changes it.</summary>
    public bool Trainable { get; set; }

    /// <summary>Whether layers of a mixed dtype policy read it in their compute dtype.</summary>
    public bool Autocast { get; }

    /// <summary>A penalty on the value, added to the loss of the layer that owns it.</summary>
    public Regularizer? Regularizer { get; init; }

    /// <summary>What the value is brought back to after each update.</summary>
    public Constraint? Constraint { get; init; }

    /// <summary>
    /// The value now; in a step that is being traced, the value at this point of the step. Inside a layer of a mixed
    /// dtype policy, in the layer's compute dtype.
    /// </summary>
    public Tensor Value => Autocast && AutocastScope.Current is { } dtype && DType.IsFloating() && DType != dtype
        ? Ops.Cast(Raw, dtype)
        : Raw;

    /// <summary>The value in the variable's own dtype.</summary>
    internal Tensor Raw
    {
        get
        {
            Tensor value = Trace.Current is { } trace ? trace.Read(this) : Snapshot();
            if (Trainable)
            {
                Tape.WatchEverywhere(value);
            }

            return value;
        }
    }

    /// <summary>The value.</summary>
    public static implicit operator Tensor(Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Value;
    }

    /// <summary>The value, as a named method for languages without conversions.</summary>
    public Tensor ToTensor() => Value;

    /// <summary>Replaces the value, which is cast to the variable's dtype.</summary>
    /// <exception cref="ShapeException">The new value's shape is another.</exception>
    public void Assign(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Shape.Agree(value.Shape, Shape))
        {
            throw new ShapeException($"Variable '{Path}'", $"a value of shape {Shape}", $"shape {value.Shape}");
        }

        var cast = value.DType == DType ? value : Ops.Cast(value, DType);
        if (Trace.Current is { } trace)
        {
            trace.Write(this, cast);
        }
        else
        {
            Replace(Eager(cast).Handle.NewReference());
            GC.KeepAlive(cast);
        }
    }

    /// <summary>Adds to the value.</summary>
    public void AssignAdd(Tensor value) => Assign(Raw + value);

    /// <summary>Subtracts from the value.</summary>
    public void AssignSub(Tensor value) => Assign(Raw - value);

    /// <summary>Keras's text of a variable.</summary>
    public override string ToString() =>
        $"<Variable path={Path}, shape={Shape}, dtype={DType.KerasName()}>";

    private static (string Name, string Path) Named(string? name)
    {
        name ??= Names.Unique(nameof(Variable));
        return (name, NameScope.CurrentPath is { Length: > 0 } path ? $"{path}/{name}" : name);
    }

    private EagerTensor Eager(Tensor value) => value as EagerTensor ?? throw new InvalidOperationException(
        $"Variable '{Name}' holds data. Received: {value}, which has none.");
}
