using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// A pass over a program: max pooling in one kernel with the ReLU and the bias before it, and its gradient with
    /// theirs. The greatest of what went through a ReLU is the ReLU of the greatest, to the last bit.
    /// </summary>
    internal static Program PoolInOneKernel(Program program) => new PooledRelu(program).Run();

    private sealed class PooledRelu(Program program)
    {
        private readonly Dictionary<int, Instruction> _producers = [];
        private readonly Dictionary<int, List<Instruction>> _readers = [];
        private readonly HashSet<int> _results = [.. program.Results];
        private readonly TensorSpec[] _specs = [.. program.Specs];

        public Program Run()
        {
            foreach (var instruction in program.Instructions)
            {
                Array.ForEach(instruction.Outputs, output => _producers.Add(output, instruction));
                Array.ForEach(instruction.Inputs, input => ReadersOf(input).Add(instruction));
            }

            var instructions = program.Instructions.Select(Replace).ToArray();
            return program with { Instructions = instructions, Specs = _specs };
        }

        private List<Instruction> ReadersOf(int value)
        {
            if (!_readers.TryGetValue(value, out var readers))
            {
                _readers.Add(value, readers = []);
            }

            return readers;
        }

        private Instruction Replace(Instruction instruction) => instruction.Primitive switch
        {
            MaxWindowsOp => Pool(instruction) ?? instruction,
            UnpoolOp unpool => Unpool(unpool, instruction) ?? instruction,
            ReluGradientOp => UnpoolRelu(instruction) ?? instruction,
            _ => instruction,
        };

        private Instruction? Pool(Instruction pool)
        {
            if (LayoutOf(pool) is not { } layout)
            {
                return null;
            }

            _specs[pool.Outputs[1]] = _specs[pool.Outputs[1]] with { DType = DType.Int32 };
            var input = pool.Inputs[0];
            if (_producers.GetValueOrDefault(input) is not { Primitive: ReluOp } relu)
            {
                return new Instruction(new MaxPoolFusedOp(layout, false, false), [input], pool.Outputs);
            }

            return _producers.GetValueOrDefault(relu.Inputs[0]) is { Primitive: AddOp } add
                    && program.Specs[add.Inputs[1]].Shape == [layout.Channels]
                    && program.Specs[add.Inputs[0]] == program.Specs[input]
                ? new Instruction(new MaxPoolFusedOp(layout, true, true), add.Inputs, pool.Outputs)
                : new Instruction(new MaxPoolFusedOp(layout, false, true), relu.Inputs, pool.Outputs);
        }

        private Instruction? Unpool(UnpoolOp unpool, Instruction instruction) =>
            _producers.GetValueOrDefault(instruction.Inputs[1]) is { Primitive: MaxWindowsOp } pool
                && LayoutOf(pool) is { } layout && pool.Outputs[1] == instruction.Inputs[1]
                && unpool.Input == program.Specs[pool.Inputs[0]].Shape
                ? new Instruction(new MaxPoolGradientFusedOp(layout, false), instruction.Inputs, instruction.Outputs)
                : null;

        // Of the ReLU that was pooled: nothing flows where it was not positive.
        private Instruction? UnpoolRelu(Instruction gradient) =>
            _producers.GetValueOrDefault(gradient.Inputs[0]) is { Primitive: UnpoolOp } unpool
                && _producers.GetValueOrDefault(unpool.Inputs[1]) is { Primitive: MaxWindowsOp } pool
                && pool.Inputs[0] == gradient.Inputs[1] && LayoutOf(pool) is { } layout
                && _producers.GetValueOrDefault(pool.Inputs[0]) is { Primitive: ReluOp }
                ? new Instruction(
                    new MaxPoolGradientFusedOp(layout, true), [.. unpool.Inputs, pool.Outputs[0]], gradient.Outputs)
                : null;

        // Only where all that needs the places is replaced as well.
        private PoolLayout? LayoutOf(Instruction pool)
        {
            var (op, x) = ((MaxWindowsOp)pool.Primitive, program.Specs[pool.Inputs[0]]);
            if (op.Pooling is not Pooling { IsChannelsLast: true } pooling || x is not
                { DType: DType.Float32, Shape: { Rank: 4, IsKnown: true } shape } || shape.Size is 0 or > int.MaxValue
                || _results.Contains(pool.Outputs[1])
                || !ReadersOf(pool.Outputs[1]).TrueForAll(
                    reader => reader.Primitive is UnpoolOp unpool && unpool.Input == shape))
            {
                return null;
            }

            var windows = pooling.Windows(4, op.Name);
            return new PoolLayout(
                (int)shape[0]!, (int)shape[1]!, (int)shape[2]!, (int)shape[3]!, windows[0], windows[1], pooling.IsSame);
        }
    }

    /// <summary>Of x, or of (x, bias): the greatest of each window, and which one it is.</summary>
    private sealed record MaxPoolFusedOp(PoolLayout Layout, bool HasBias, bool HasRelu) : ProgramOp
    {
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            Shape shape = [Layout.Images, Layout.OutHeight, Layout.OutWidth, Layout.Channels];
            return [new(shape, DType.Float32), new(shape, DType.Int32)];
        }

        protected override DenseKernel Kernel(ReadOnlySpan<TensorSpec> inputs) =>
            new MaxPoolKernel(Layout, HasBias, HasRelu);
    }

    /// <summary>Of (g, places), or of (g, places, y): what flows back.</summary>
    private sealed record MaxPoolGradientFusedOp(PoolLayout Layout, bool HasRelu) : ProgramOp
    {
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
            [new([Layout.Images, Layout.Height, Layout.Width, Layout.Channels], DType.Float32)];

        protected override DenseKernel Kernel(ReadOnlySpan<TensorSpec> inputs) =>
            new MaxPoolGradientKernel(Layout, HasRelu);
    }
}
