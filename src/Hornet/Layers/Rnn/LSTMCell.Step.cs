namespace Hornet.Layers;

/// <content>How it computes.</content>
public sealed partial class LSTMCell
{
    /// <summary>Applies this layer to an input and states.</summary>
    /// <param name="inputs">(batch, features)</param>
    /// <param name="states">h and c, each (batch, units).</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <returns>The next h, then the next states: h and c.</returns>
    public Nested<Tensor> ApplyMany(Nested<Tensor> inputs, Nested<Tensor> states, bool? training = null) =>
        Enter(new CallArguments(inputs, new Dictionary<string, Nested<Tensor>> { ["states"] = states }, training));

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        _kernel = AddWeight(
            "kernel", [inputShape[^1], 4 * Units], KernelInitializer,
            regularizer: KernelRegularizer, constraint: KernelConstraint);
        _recurrentKernel = AddWeight(
            "recurrent_kernel", [Units, 4 * Units], RecurrentInitializer,
            regularizer: RecurrentRegularizer, constraint: RecurrentConstraint);
        if (UseBias)
        {
            Bias = AddWeight(
                "bias", [4 * Units], UnitForgetBias ? "zeros" : BiasInitializer,
                regularizer: BiasRegularizer, constraint: BiasConstraint);
            if (UnitForgetBias)
            {
                Bias.Assign(Ops.Concatenate([First([Units]), Ops.Ones([Units], Bias.DType), First([2 * Units])]));
            }
        }

        Tensor First(Shape shape) => BiasInitializer.Apply(shape, Bias!.DType);
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Argument("states")?.Flatten() is not [{ } h, { } c])
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected two states, h and c. Call it with states: [h, c].");
        }

        var drops = Drops(inputs.Value, h);
        var (nextH, nextC) = Step(inputs.Value, h, c, context.Training ? drops : default);
        return Nested.List<Tensor>([nextH, Nested.List<Tensor>([nextH, nextC])]);
    }

    /// <summary>What is dropped at all steps of a sequence. Draws even where nothing is used, as Keras does.</summary>
    internal DropMasks Drops(Tensor x, Tensor h)
    {
        // Where h is dropped too, each gate has its own choice.
        var count = RecurrentDropout > 0 ? 4 : 1;
        return new(Draw(x, Dropout, count), Draw(h, RecurrentDropout, count));
    }

    /// <summary>The next h and c.</summary>
    internal (Tensor H, Tensor C) Step(Tensor x, Tensor h, Tensor c, DropMasks drops)
    {
        var z = Product(x, Kernel, Dropout < 1 ? drops.Input : null) +
            Product(h, RecurrentKernel, RecurrentDropout < 1 ? drops.Recurrent : null);
        var gates = Ops.Split(Bias is null ? z : z + Bias, 4, axis: 1);
        var (i, f) = (RecurrentActivation.Apply(gates[0]), RecurrentActivation.Apply(gates[1]));
        var nextC = f * c + i * Activation.Apply(gates[2]);
        return (RecurrentActivation.Apply(gates[3]) * Activation.Apply(nextC), nextC);
    }

    // One product for all gates, or one for each where each has its own factors.
    private static Tensor Product(Tensor x, Tensor kernel, Tensor[]? masks) => masks switch
    {
        null => Ops.Matmul(x, kernel),
        [var mask] => Ops.Matmul(x * mask, kernel),
        _ => Ops.Concatenate(
            [.. Ops.Split(kernel, masks.Length, axis: 1).Zip(masks, (part, mask) => Ops.Matmul(x * mask, part))],
                axis: -1),
    };

    private Tensor[]? Draw(Tensor like, double rate, int count)
    {
        var ones = Ops.OnesLike(like);
        return rate > 0
            ? [.. Enumerable.Range(0, count).Select(_ => Keras.Random.Dropout(ones, rate, seed: _seedGenerator))]
            : null;
    }

    /// <summary>The factors of inputs and of h: one for all gates, one for each, or none.</summary>
    internal readonly record struct DropMasks(Tensor[]? Input, Tensor[]? Recurrent);
}
