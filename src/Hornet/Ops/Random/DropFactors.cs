using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>What dropout multiplies each element by, of a seed: 0, or 1 / (1 − rate).</summary>
/// <remarks>A program draws them once, for the values and for their gradients.</remarks>
internal sealed record DropFactorsOp(double Rate, Shape Shape) : ProgramOp
{
    /// <summary>A pass: lets all that drops with one seed use the same factors.</summary>
    public static Program DrawOnce(Program program)
    {
        var specs = program.Specs.ToList();
        var drawn = new Dictionary<(int Seed, double Rate, Shape Shape), int>();
        var instructions = new List<Instruction>();
        foreach (var instruction in program.Instructions)
        {
            var x = instruction.Inputs is [_, var value] ? program.Specs[value] : default;
            if (instruction.Primitive is not DropOp { NoiseShape: null } drop || x.DType != DType.Float32)
            {
                instructions.Add(instruction);
                continue;
            }

            var key = (instruction.Inputs[0], drop.Rate, x.Shape);
            if (!drawn.TryGetValue(key, out var factors))
            {
                factors = specs.Count;
                specs.Add(x);
                drawn.Add(key, factors);
                instructions.Add(new Instruction(
                    new DropFactorsOp(drop.Rate, x.Shape), [instruction.Inputs[0]], [factors]));
            }

            instructions.Add(new Instruction(new KeepOp(), [instruction.Inputs[1], factors], instruction.Outputs));
        }

        return program with { Instructions = instructions, Specs = specs };
    }

    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [new(Shape, DType.Float32)];

    protected override DenseKernel Kernel(ReadOnlySpan<TensorSpec> inputs) => new Draw(Rate, Shape.Size);

    private sealed class Draw(double rate, long count) : DenseKernel
    {
        private const int Tile = 4096;
        private static readonly float[] s_ones = [.. Enumerable.Repeat(1f, Tile)];

        public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
        {
            var words = inputs[0].Span<uint>(2);
            var key = new RandomKey(words[0], words[1]);
            ParallelFor.Run(0, count, Keras.Random.Grain, (key, To: outputs[0], rate), static (begin, end, state) =>
            {
                for (var start = begin; start < end; start += Tile)
                {
                    var length = (int)Math.Min(Tile, end - start);
                    DropoutDraw.Apply(
                        state.key, start, s_ones.AsSpan(0, length), state.To.Span<float>(start, length), state.rate);
                }
            });
        }
    }

    /// <summary>x · factor, and 0 where that is 0, whatever x is.</summary>
    private sealed record KeepOp : BinaryPrimitive
    {
        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            new ElementLowering(Element.Keep);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec factors) => x;

        protected override TensorHandle Run(TensorHandle x, TensorHandle factors)
        {
            Span<TensorHandle> output = stackalloc TensorHandle[1];
            DenseKernels.Run(
                new RegionKernel<float>(Region.Of(Element.Keep, DType.Float32, (int)x.Count, 2)), [x, factors], output);
            return output[0];
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            throw new InvalidOperationException("A program that was optimized is not differentiated.");
    }
}
