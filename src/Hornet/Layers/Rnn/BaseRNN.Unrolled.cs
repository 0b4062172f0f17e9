namespace Hornet.Layers;

/// <content>The steps, one by one.</content>
public abstract partial class BaseRNN
{
    private protected delegate (Tensor Output, Tensor[] States) RnnStep(Tensor x, Tensor[] states);

    /// <summary>Computes the steps in ops: for what no kernel does.</summary>
    private protected RnnResult Unrolled(Tensor x, Tensor[] states, Tensor? mask, RnnStep step)
    {
        if (x.Shape[1] is not { } count)
        {
            return OfUnknownLength(x, states, step);
        }

        var outputs = new List<Tensor>();
        var steps = Ops.Unstack(x, axis: 1); // whose gradient is one stack
        for (var i = 0; i < count; i++)
        {
            var t = GoBackwards ? count - 1 - i : i;
            var (output, next) = step(steps[t], states);
            if (mask is not null)
            {
                var counts = Ops.ExpandDims(mask[.., t], axis: -1);
                output = Ops.Where(counts, output, Skipped(output, states, outputs));
                next = [.. next.Zip(states, (now, before) => Ops.Where(counts, now, before))];
            }

            outputs.Add(output);
            states = next;
        }

        return new(Ops.Stack(outputs, axis: 1), states);
    }

    // Steps of unknown number are only asked for their shape: one step says it.
    private RnnResult OfUnknownLength(Tensor x, Tensor[] states, RnnStep step)
    {
        if (Unroll)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': cannot compute the steps one by one, as unroll asks for, where their " +
                $"number is unknown. Received: {x.Spec}. Give the number with the shape of Keras.Input.");
        }

        var (output, next) = step(x[.., 0], states);
        var ones = Ops.OnesLike(Ops.Mean(x, [.. Enumerable.Range(2, x.Rank - 2)]), output.DType);
        while (ones.Rank <= output.Rank)
        {
            ones = Ops.ExpandDims(ones, axis: -1);
        }

        return new(Ops.ExpandDims(output, axis: 1) * ones, next);
    }

    // Keras: where it unrolls, the output before, at first zeros; where it does not, the state before, or zeros.
    private Tensor Skipped(Tensor output, Tensor[] states, List<Tensor> outputs) =>
        Unroll ? outputs.Count > 0 ? outputs[^1] : Ops.ZerosLike(output)
        : ZeroOutputForMask ? Ops.ZerosLike(output)
        : OutputBefore(states);
}
