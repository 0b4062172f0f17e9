using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Several kernels as one: threads divide the work of all. None may need what another one gives.</summary>
internal sealed class RangeKernels : RangeKernel
{
    private readonly Member[] _members;

    /// <param name="ops">The kernels, each a <see cref="RangeKernel"/>: one's values come after another's.</param>
    public RangeKernels(IReadOnlyList<Instruction> ops)
    {
        _members = new Member[ops.Count];
        var (inputs, outputs) = (0, 0);
        for (var i = 0; i < _members.Length; i++)
        {
            var kernel = (RangeKernel)((KernelOp)ops[i].Primitive).Kernel;
            _members[i] = new(kernel, Count, inputs, ops[i].Inputs.Length, outputs, ops[i].Outputs.Length);
            Count += kernel.Share;
            inputs += ops[i].Inputs.Length;
            outputs += ops[i].Outputs.Length;
        }
    }

    /// <summary>The shares of the kernels: one's parts are more work than another's.</summary>
    public override long Count { get; }

    protected override long Grain => PerThread;

    /// <summary>Only an input of the same kernel: another one may still read its own.</summary>
    public override bool CanOverwrite(int input, int output)
    {
        var member = Array.FindLast(_members, member => member.FirstInput <= input)!;
        return output >= member.FirstOutput && output < member.FirstOutput + member.Outputs
            && member.Kernel.CanOverwrite(input - member.FirstInput, output - member.FirstOutput);
    }

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        foreach (var member in _members)
        {
            var (first, last) = (member.PartAt(begin), member.PartAt(end));
            if (first < last)
            {
                member.Kernel.Run(
                    inputs.Slice(member.FirstInput, member.Inputs),
                    outputs.Slice(member.FirstOutput, member.Outputs),
                    first,
                    last);
            }
        }
    }

    private sealed record Member(
        RangeKernel Kernel, long Start, int FirstInput, int Inputs, int FirstOutput, int Outputs)
    {
        private readonly long _count = Kernel.Count;
        private readonly long _share = Math.Max(1, Kernel.Share);

        /// <summary>The part that is computed where the shares of all are divided.</summary>
        public long PartAt(long place) => _count * Math.Clamp(place - Start, 0, _share) / _share;
    }
}
