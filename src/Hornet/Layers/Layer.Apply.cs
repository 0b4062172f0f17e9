using Hornet.Programs;

namespace Hornet.Layers;

/// <content>The way in: checks, building, dtypes, masks, losses, nodes.</content>
public abstract partial class Layer
{
    private string? _parentPath;
    private Nested<Shape>? _buildShapes;
    private Dictionary<string, Nested<Shape>> _namedBuildShapes = []; // of what stood beside the inputs

    /// <summary>Applies this layer to tensors of any kind.</summary>
    /// <param name="inputs">A tensor, a list or a dictionary of tensors.</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="mask">Which steps count; what the inputs carry where null.</param>
    /// <returns>The only result.</returns>
    /// <exception cref="ArgumentException">The inputs do not fit; the message names the layer.</exception>
    public Tensor Apply(Nested<Tensor> inputs, bool? training = null, Nested<Tensor>? mask = null)
    {
        var outputs = ApplyMany(inputs, training, mask);
        return outputs.IsLeaf ? outputs.Value
            : outputs.Flatten() is [var only] ? only
            : throw new InvalidOperationException(
                $"{ClassName} '{Name}' has {outputs.Count} outputs. Take them with ApplyMany.");
    }

    /// <summary>Applies this layer to tensors of any kind, and gives all its results.</summary>
    /// <inheritdoc cref="Apply"/>
    /// <returns>The results in their structure.</returns>
    public Nested<Tensor> ApplyMany(Nested<Tensor> inputs, bool? training = null, Nested<Tensor>? mask = null)
    {
        inputs ??= Nested.Leaf<Tensor>(null); // an optional input may be left out
        Dictionary<string, Nested<Tensor>>? named = mask is null ? null : new() { ["mask"] = mask };
        return Enter(new CallArguments(inputs, named, training));
    }

    internal sealed override Nested<Tensor> Reapply(CallArguments arguments) => Enter(arguments);

    /// <summary>Of symbolic tensors adds a node, whose shapes a trace of the call finds; of others calls.</summary>
    private protected Nested<Tensor> Enter(CallArguments arguments)
    {
        if (!Boundary.IsSymbolic(arguments))
        {
            return Invoke(arguments);
        }

        var (specs, masks) = Trace.Infer(arguments, standIns =>
        {
            var outputs = Invoke(standIns);
            return (outputs.Select(output => Spec(output)), outputs.Select(output => output.KerasMask?.Spec));
        });
        var tensors = AddNode(arguments, [.. specs.Flatten()]);
        var flat = masks.Flatten();
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i].KerasMask = flat[i] is { } mask ? new KerasTensor(mask.Shape, mask.DType, "mask") : null;
        }

        return specs.Pack<Tensor>(tensors);
    }

    private Nested<Tensor> Invoke(CallArguments arguments)
    {
        using var frame = new CallFrame(this, arguments.Training);
        try
        {
            arguments = Convert(arguments);
            CheckInputs(arguments.Inputs);
            using var scope = OpenNameScope();
            BuildOnce(arguments);
            return Compute(arguments, frame.Training);
        }
        catch (Exception error) when (CallError.LacksName(error, this))
        {
            throw CallError.Named(error, this);
        }
    }

    private Nested<Tensor> Compute(CallArguments arguments, bool training)
    {
        var mask = arguments.Named.GetValueOrDefault("mask") ?? CarriedMask(arguments.Inputs);
        using var autocast = new AutocastScope(
            Autocast && ComputeDType.IsFloating() && ComputeDType != VariableDType ? ComputeDType : null);
        var outputs = CallMany(arguments.Inputs, new CallContext(arguments, training, mask));
        RegularizeActivity(outputs);
        SetMasks(arguments.Inputs, outputs, mask);
        return outputs;
    }

    /// <summary>
    /// What the call gives as a part of another layer's call: in that one's dtype, without checks, masks and penalties.
    /// </summary>
    internal Nested<Tensor> CallInside(Nested<Tensor> inputs, bool training, Nested<Tensor>? mask) =>
        CallMany(inputs, new CallContext(new CallArguments(inputs), training, mask));

    /// <summary>What the inputs are brought to before they are looked at: floats to the compute dtype.</summary>
    private protected virtual CallArguments Convert(CallArguments arguments) => !Autocast ? arguments
        : arguments.Select(tensor => tensor.DType.IsFloating() && tensor.DType != ComputeDType
            ? Recast(tensor) : tensor);

    /// <summary>Refuses inputs that <see cref="InputSpec"/> does not allow.</summary>
    private protected virtual void CheckInputs(Nested<Tensor> inputs) => InputCheck.Run(InputSpec, inputs, Name);

    /// <summary>The part of the variables' paths that this layer is.</summary>
    private protected NameScope OpenNameScope()
    {
        _parentPath ??= NameScope.CurrentPath;
        return new NameScope(Name, this, _parentPath);
    }

    private Tensor Recast(Tensor tensor)
    {
        var cast = Ops.Cast(tensor, ComputeDType);
        cast.KerasMask = tensor.KerasMask;
        return cast;
    }

    /// <summary>Makes the weights for an input of a known shape, as the first call would: Keras's build.</summary>
    /// <param name="inputShape">The shape, with the batch axis, whose size may be unknown.</param>
    /// <example><code>
    /// var dense = new Dense(3);
    /// Shape shape = [null, 4];
    /// dense.BuildFor(shape);
    /// Console.WriteLine(dense.Kernel.Shape); // (4, 3)
    /// </code></example>
    public virtual void BuildFor(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        BuildFor(new Nested<Shape>(inputShape));
    }

    /// <summary>Makes the weights for inputs of known shapes, as the first call would.</summary>
    /// <param name="inputShapes">The shapes, with the batch axis, whose size may be unknown.</param>
    public void BuildFor(Nested<Shape> inputShapes)
    {
        ArgumentNullException.ThrowIfNull(inputShapes);
        BuildFor(inputShapes, []);
    }

    /// <summary>Makes the weights for inputs of known shapes, and for what stands beside them.</summary>
    private protected void BuildFor(Nested<Shape> inputShapes, Dictionary<string, Nested<Shape>> named)
    {
        if (!Built)
        {
            using var scope = OpenNameScope();
            Trace.Pause(() => Build(inputShapes, named));
            Built = true;
            (_buildShapes, _namedBuildShapes) = (inputShapes, named);
        }
    }

    /// <summary>Makes the weights, where the shapes of what stands beside the inputs count too.</summary>
    private protected virtual void Build(
        Nested<Shape> inputShapes, IReadOnlyDictionary<string, Nested<Shape>> named) => Build(inputShapes);

    /// <summary>
    /// The shapes of what it gives for the inputs that it was built for; null where that is not known.
    /// </summary>
    internal Nested<Shape>? OutputShapeAsBuilt()
    {
        try
        {
            return _buildShapes is null ? null : ComputeOutputShape(_buildShapes);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return null; // it takes more than its inputs
        }
    }

    private void BuildOnce(CallArguments arguments)
    {
        if (!Built)
        {
            BuildFor(
                Shapes(arguments.Inputs),
                arguments.Named.ToDictionary(pair => pair.Key, pair => Shapes(pair.Value)));
            CheckInputs(arguments.Inputs); // building may have said more of them
        }
    }

    private static Nested<Shape> Shapes(Nested<Tensor> tensors) => tensors.Select(tensor => tensor?.Shape!);

    private TensorSpec Spec(Tensor? output) => output?.Spec ?? throw new InvalidOperationException(
        $"All operation outputs must be tensors. The Call of {ClassName} '{Name}' returned null.");

    private static Nested<Tensor>? CarriedMask(Nested<Tensor> inputs)
    {
        if (inputs.IsLeaf)
        {
            return inputs.Value?.KerasMask is { } mask ? new Nested<Tensor>(mask) : null; // null stays null
        }

        return inputs.Flatten().Exists(input => input?.KerasMask is not null)
            ? inputs.Select(input => input?.KerasMask!)
            : null;
    }

    private void SetMasks(Nested<Tensor> inputs, Nested<Tensor> outputs, Nested<Tensor>? mask)
    {
        if (!SupportsMasking)
        {
            if (mask is not null)
            {
                Warnings.Emit(
                    $"Layer '{Name}' (of type {ClassName}) was passed an input with a mask attached to it. However, " +
                    "this layer does not support masking and drops it: the layers after it do not see the mask.");
            }

            return;
        }

        var masks = ComputeMask(inputs, mask)?.Flatten();
        var flat = outputs.Flatten();
        for (var i = 0; masks is not null && i < Math.Min(masks.Count, flat.Count); i++)
        {
            flat[i].KerasMask ??= masks[i];
        }
    }
}
