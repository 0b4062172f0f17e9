using System.Diagnostics;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Runs a program, again and again, by several threads at once where they want to.</summary>
internal sealed class Executable(Program program)
{
    private readonly Plan _plan = new(program);
    private readonly Stack<Frame> _frames = [];

    /// <summary>Computes the outputs, and moves the new values into the variables.</summary>
    public EagerTensor[] Run(ReadOnlySpan<EagerTensor> inputs)
    {
        using var flushing = Subnormals.Flush();
        var frame = Take();
        try
        {
            frame.Load(inputs);
            RunSteps(frame);
            return Store(frame);
        }
        finally
        {
            frame.Clear();
            lock (_frames)
            {
                _frames.Push(frame);
            }

            foreach (var input in inputs)
            {
                GC.KeepAlive(input);
            }
        }
    }

    private Frame Take()
    {
        lock (_frames)
        {
            if (_frames.TryPop(out var frame))
            {
                return frame;
            }
        }

        return new Frame(_plan);
    }

    private void RunSteps(Frame frame)
    {
        if (Profile.Current is { } profile)
        {
            RunSteps(frame, profile);
            return;
        }

        foreach (var step in _plan.Steps)
        {
            step.Run(frame);
        }
    }

    private void RunSteps(Frame frame, Profile profile)
    {
        foreach (var step in _plan.Steps)
        {
            var start = Stopwatch.GetTimestamp();
            step.Run(frame);
            profile.Add(_plan.Program, step.Instruction, Stopwatch.GetTimestamp() - start);
        }
    }

    // All results are referenced before the first variable is replaced: a result may be another variable's old value.
    private EagerTensor[] Store(Frame frame)
    {
        var outputs = new EagerTensor[_plan.Program.Outputs.Count];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new EagerTensor(frame.Result(_plan.Program.Outputs[i]));
        }

        var writes = _plan.Program.Writes;
        Span<TensorHandle> written = stackalloc TensorHandle[writes.Count];
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = frame.IsOverwritten[writes[i].Value] ? default : frame.Result(writes[i].Value);
        }

        for (var i = 0; i < written.Length; i++)
        {
            if (written[i].Pointer != 0)
            {
                writes[i].Variable.Replace(written[i], isShared: !_plan.IsFreshWrite[i] || frame.IsViewed(written[i]));
            }
        }

        return outputs;
    }
}
