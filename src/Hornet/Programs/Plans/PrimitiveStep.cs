using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Calls a primitive's own kernel, as a rule libtorch's, which makes the memory of its results.</summary>
/// <param name="instruction">The primitive and its values.</param>
/// <param name="isReadByKernels">Of which results kernels need the address.</param>
/// <param name="readsArena">Whether a result may be a view of the arena.</param>
/// <param name="ended">The values that nothing needs afterwards.</param>
internal sealed class PrimitiveStep(
    Instruction instruction, bool[] isReadByKernels, bool readsArena, int[] ended) : Step(instruction, ended)
{
    protected override void Compute(Frame frame)
    {
        var (primitive, inputs, outputs) = Instruction;
        Span<TensorHandle> arguments = stackalloc TensorHandle[inputs.Length];
        Span<TensorHandle> results = stackalloc TensorHandle[outputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            arguments[i] = frame.Handles[inputs[i]];
        }

        primitive.RunOn(arguments, results);
        for (var i = 0; i < outputs.Length; i++)
        {
            var result = readsArena && frame.IsInArena(results[i])
                ? Replaced(results[i], results[i].Duplicate())
                : results[i];
            if (isReadByKernels[i])
            {
                result = result.IsContiguous ? result : Replaced(result, result.Contiguous());
                frame.Addresses[outputs[i]] = result.Address;
            }

            frame.Handles[outputs[i]] = result;
        }
    }

    private static TensorHandle Replaced(TensorHandle old, TensorHandle copy)
    {
        old.Dispose();
        return copy;
    }
}
