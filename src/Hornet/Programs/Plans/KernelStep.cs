using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Runs a dense kernel on the addresses of its values.</summary>
/// <param name="op">The kernel.</param>
/// <param name="instruction">Its values.</param>
/// <param name="targets">Where each result is written.</param>
/// <param name="ended">The values that nothing needs afterwards.</param>
internal sealed class KernelStep(KernelOp op, Instruction instruction, OutputTarget[] targets, int[] ended)
    : Step(instruction, ended)
{
    private readonly bool _overwrites = Array.Exists(targets, target => target.Read >= 0);

    protected override void Compute(Frame frame)
    {
        var (inputs, outputs) = (Instruction.Inputs, Instruction.Outputs);
        Span<Address> from = stackalloc Address[inputs.Length];
        Span<Address> to = stackalloc Address[outputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            from[i] = frame.Addresses[inputs[i]];
        }

        try
        {
            for (var i = 0; i < outputs.Length; i++)
            {
                to[i] = targets[i].IsFresh
                    ? Place(frame, outputs[i], targets[i], op.Specs[i])
                    : frame.Addresses[outputs[i]];
            }

            op.Kernel.Run(from, to);
        }
        finally
        {
            if (_overwrites)
            {
                EndWriting(frame, outputs);
            }
        }
    }

    private static Address Place(Frame frame, int output, OutputTarget target, TensorSpec spec)
    {
        if (target.Read >= 0 && CanOverwrite(frame, target))
        {
            var storage = frame.Storages[target.Read];
            frame.IsOverwritten[output] = true;
            frame.Handles[output] = target.NeedsHandle ? storage.Handle.NewReference() : default;
            return frame.Addresses[output] = storage.Address;
        }

        var handle = TensorHandle.Empty(spec.DType, spec.Shape.Sizes);
        frame.Handles[output] = handle;
        return frame.Addresses[output] = handle.Address;
    }

    private static bool CanOverwrite(Frame frame, OutputTarget target)
    {
        var storage = frame.Storages[target.Read];
        if (storage.Address == default)
        {
            return false;
        }

        foreach (var value in target.Views!)
        {
            if (frame.Handles[value].Address.IsIn(storage.Address, storage.Bytes))
            {
                return false;
            }
        }

        return frame.TryBeginWriting(target.Read);
    }

    private void EndWriting(Frame frame, int[] outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            if (frame.IsOverwritten[outputs[i]])
            {
                frame.EndWriting(targets[i].Read);
            }
        }
    }
}
