using System.Buffers;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Runs a program, again and again. Frees each value right after its last use.</summary>
internal sealed class Executable
{
    private readonly Program _program;
    private readonly int[][] _lastUses;
    private readonly int _mostArguments;

    public Executable(Program program)
    {
        _program = program;
        _lastUses = LastUses(program);
        _mostArguments = program.Instructions
            .Select(instruction => Math.Max(instruction.Inputs.Length, instruction.Outputs.Length))
            .Append(0)
            .Max();
    }

    /// <summary>Computes the outputs, and moves the new values into the variables.</summary>
    public EagerTensor[] Run(ReadOnlySpan<EagerTensor> inputs)
    {
        var values = ArrayPool<TensorHandle>.Shared.Rent(_program.ValueCount);
        values.AsSpan().Clear();
        try
        {
            Load(values, inputs);
            RunInstructions(values);
            return Store(values);
        }
        finally
        {
            FreeOwned(values);
            ArrayPool<TensorHandle>.Shared.Return(values);
            foreach (var input in inputs)
            {
                GC.KeepAlive(input);
            }
        }
    }

    /// <summary>For each instruction, the computed values that nothing needs after it.</summary>
    private static int[][] LastUses(Program program)
    {
        var computed = program.Instructions.SelectMany(instruction => instruction.Outputs).ToHashSet();
        var needed = program.Results.ToHashSet();
        var lastUses = new int[program.Instructions.Count][];
        for (var i = lastUses.Length - 1; i >= 0; i--)
        {
            var (_, inputs, outputs) = program.Instructions[i];
            lastUses[i] = [.. inputs.Concat(outputs).Where(computed.Contains).Where(needed.Add)];
        }

        return lastUses;
    }

    private void Load(TensorHandle[] values, ReadOnlySpan<EagerTensor> inputs)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            values[_program.Inputs[i]] = inputs[i].Handle;
        }

        foreach (var (value, tensor) in _program.Constants)
        {
            values[value] = tensor.Handle;
        }

        foreach (var (value, variable) in _program.Reads)
        {
            values[value] = variable.Acquire(); // another thread may assign meanwhile
        }
    }

    private void RunInstructions(TensorHandle[] values)
    {
        Span<TensorHandle> arguments = stackalloc TensorHandle[_mostArguments];
        Span<TensorHandle> results = stackalloc TensorHandle[_mostArguments];
        for (var i = 0; i < _program.Instructions.Count; i++)
        {
            var (primitive, inputs, outputs) = _program.Instructions[i];
            for (var j = 0; j < inputs.Length; j++)
            {
                arguments[j] = values[inputs[j]];
            }

            primitive.Run(arguments[..inputs.Length], results[..outputs.Length]);
            for (var j = 0; j < outputs.Length; j++)
            {
                values[outputs[j]] = results[j];
            }

            foreach (var value in _lastUses[i])
            {
                values[value].Dispose();
                values[value] = default;
            }
        }
    }

    // All results are referenced before the first variable is replaced: a result may be another variable's old value.
    private EagerTensor[] Store(TensorHandle[] values)
    {
        var outputs = new EagerTensor[_program.Outputs.Count];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new EagerTensor(values[_program.Outputs[i]].NewReference());
        }

        Span<TensorHandle> written = stackalloc TensorHandle[_program.Writes.Count];
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = values[_program.Writes[i].Value].NewReference();
        }

        for (var i = 0; i < written.Length; i++)
        {
            _program.Writes[i].Variable.Replace(written[i]);
        }

        return outputs;
    }

    // What an error left behind, and the references to the variables' values.
    private void FreeOwned(TensorHandle[] values)
    {
        foreach (var (value, _) in _program.Reads)
        {
            values[value].Dispose();
        }

        foreach (var instruction in _program.Instructions)
        {
            foreach (var value in instruction.Outputs)
            {
                values[value].Dispose();
            }
        }
    }
}
