using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>All steps of a GRU with the usual activations, whose reset gate comes after the product.</summary>
    /// <param name="x">(batch, steps, features)</param>
    /// <param name="kernel">(features, 3 · units): the update and reset gates and the candidate.</param>
    /// <param name="recurrentKernel">(units, 3 · units)</param>
    /// <param name="bias">(2, 3 · units): of the input and of the state.</param>
    /// <param name="state">h before the first step, (batch, units); zeros where null.</param>
    /// <param name="mask">(batch, steps): a step that does not count leaves h as it is.</param>
    /// <param name="goBackwards">Whether it begins at the last step.</param>
    /// <returns>The sequence of h in the order of the computation, the last h.</returns>
    internal static (Tensor Sequence, Tensor H) Gru(
        Tensor x,
        Tensor kernel,
        Tensor recurrentKernel,
        Tensor? bias = null,
        Tensor? state = null,
        Tensor? mask = null,
        bool goBackwards = false)
    {
        Tensor?[] inputs = [x, kernel, recurrentKernel, bias, state, mask];
        var results = new GruOp(bias is not null, state is not null, mask is not null, goBackwards)
            .ApplyMany([.. inputs.OfType<Tensor>()]);
        return (results[0], results[1]);
    }

    /// <summary>The sequence of h, the last h; for the gradient the gates, step by step.</summary>
    private sealed record GruOp(bool HasBias, bool HasState, bool HasMask, bool GoBackwards) : Primitive
    {
        private int OperandCount => 3 + (HasBias ? 1 : 0) + (HasState ? 1 : 0);

        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            Check(inputs);
            var (x, units) = (inputs[0], inputs[2].Shape[0]);
            var (batch, steps) = (x.Shape[0], x.Shape[1]);
            return
            [
                new([batch, steps, units], x.DType),
                new([batch, units], x.DType),
                new([steps, batch, 4 * units], LstmOp.Wide(x.DType)),
            ];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var dtype = inputs[0].DType;
            var wide = LstmOp.Widened(inputs, OperandCount, dtype);
            var arguments = new GruArguments(wide, HasBias, HasState, HasMask, GoBackwards);
            if (LstmOp.Wide(dtype) == DType.Float64)
            {
                GruKernel<double>.Forward(arguments, outputs);
            }
            else
            {
                GruKernel<float>.Forward(arguments, outputs);
            }

            LstmOp.Free(wide);
            for (var i = 0; i < 2; i++)
            {
                using var result = outputs[i];
                outputs[i] = Views.Cast(result, dtype);
            }
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var inputs = new Tensor[saved.InputCount];
            for (var i = 0; i < inputs.Length; i++)
            {
                inputs[i] = saved.Input(i);
            }

            Tensor[] given =
            [
                g[0] ?? ZerosLike(saved.OutputAt(0)), g[1] ?? ZerosLike(saved.OutputAt(1)),
                saved.OutputAt(0), saved.OutputAt(2),
            ];
            var gradients = new GruGradientOp(this).ApplyMany([.. given, .. inputs]);
            return
            [
                gradients[0], gradients[1], gradients[2], .. HasBias ? gradients[3..4] : [],
                .. HasState ? gradients[4..5] : [], .. HasMask ? new Tensor?[1] : [],
            ];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs[..OperandCount]));

        protected override bool IsOperand(int index) => index < OperandCount;

        /// <summary>The sequence of h and the last h, step by step.</summary>
        /// <remarks>
        /// z = σ(x · Wz + h · Uz), r = σ(x · Wr + h · Ur), c = tanh(x · Wc + r ∘ (h · Uc)); h = z ∘ h + (1 − z) ∘ c.
        /// </remarks>
        public Tensor[] InOps(Tensor[] operands, Tensor? mask)
        {
            var (x, kernel, recurrent) = (operands[0], operands[1], operands[2]);
            var steps = x.Shape[1] ?? throw new ShapeException(ClassName, "a known number of steps", $"x={x.Spec}");
            var h = HasState ? operands[^1] : Zeros([x.Shape[0], recurrent.Shape[0]], x.DType);
            var bias = HasBias ? operands[3] : Zeros([2, kernel.Shape[1]], x.DType);
            var sequence = new Tensor[steps];
            for (var i = 0; i < steps; i++)
            {
                var step = GoBackwards ? steps - 1 - i : i;
                var fromX = Split(Matmul(x[.., step], kernel) + bias[0], 3, axis: -1);
                var fromH = Split(Matmul(h, recurrent) + bias[1], 3, axis: -1);
                var z = Sigmoid(fromX[0] + fromH[0]);
                var r = Sigmoid(fromX[1] + fromH[1]);
                var next = (z * h) + ((1 - z) * Tanh(fromX[2] + (r * fromH[2])));
                h = mask is null ? next : Where(ExpandDims(mask[.., step], -1), next, h);
                sequence[i] = h;
            }

            return [Stack(sequence, axis: 1), h];
        }

        private void Check(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, kernel, recurrent) = (inputs[0], inputs[1], inputs[2]);
            if (x.Shape.Rank != 3 || !Shape.Agree(x.Shape[2], kernel.Shape[0]))
            {
                throw new ShapeException(
                    ClassName, $"a sequence (batch, steps, {kernel.Shape[0]})", $"x={x}, kernel={kernel}");
            }

            Shape gates = [recurrent.Shape[0], 3 * recurrent.Shape[0]];
            if (!Shape.Agree(recurrent.Shape, gates) || !Shape.Agree(kernel.Shape[1], gates[1]))
            {
                throw new ShapeException(
                    ClassName, $"a recurrent kernel of shape {gates} and a kernel with as many columns",
                    $"kernel={kernel}, recurrentKernel={recurrent}");
            }

            if (HasBias && !Shape.Agree(inputs[3].Shape, [2, gates[1]]))
            {
                throw new ShapeException(ClassName, $"a bias of shape {Shape.Create([2, gates[1]])}", $"{inputs[3]}");
            }

            Shape state = [x.Shape[0], recurrent.Shape[0]];
            if (HasState && !Shape.Agree(inputs[OperandCount - 1].Shape, state))
            {
                throw new ShapeException(
                    ClassName, $"an initial state of shape {state}", $"{inputs[OperandCount - 1]}");
            }

            if (HasMask && (!Shape.Agree(inputs[^1].Shape, x.Shape[..2]) || inputs[^1].DType != DType.Bool))
            {
                throw new ShapeException(ClassName, $"a mask of bools of shape {x.Shape[..2]}", $"mask={inputs[^1]}");
            }
        }
    }

    /// <summary>The way back through time: by x, kernel, recurrent kernel, bias, first h.</summary>
    private sealed record GruGradientOp(GruOp Forward) : Primitive
    {
        private const int Saved = 4;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, kernel, recurrent) = (inputs[Saved], inputs[Saved + 1], inputs[Saved + 2]);
            return
            [
                x, kernel, recurrent, new([2, kernel.Shape[1]], x.DType),
                new([x.Shape[0], recurrent.Shape[0]], x.DType),
            ];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var dtype = inputs[Saved].DType;
            var wide = LstmOp.Widened(inputs, inputs.Length - (Forward.HasMask ? 1 : 0), dtype);
            var arguments = new GruArguments(
                wide.AsSpan(Saved), Forward.HasBias, Forward.HasState, Forward.HasMask, Forward.GoBackwards);
            if (LstmOp.Wide(dtype) == DType.Float64)
            {
                GruKernel<double>.Backward(arguments, wide.AsSpan(0, Saved), outputs);
            }
            else
            {
                GruKernel<float>.Backward(arguments, wide.AsSpan(0, Saved), outputs);
            }

            LstmOp.Free(wide);
            foreach (ref var output in outputs)
            {
                using var result = output;
                output = Views.Cast(result, dtype);
            }
        }

        protected internal override Saves Saves => Saves.Inputs;

        // The first pass is written step by step here: what it saved for the kernel counts as computed anew.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var inputs = new Tensor[saved.InputCount - Saved];
            for (var i = 0; i < inputs.Length; i++)
            {
                inputs[i] = saved.Input(i + Saved);
            }

            var mask = Forward.HasMask ? inputs[^1] : null;
            var operands = Forward.HasMask ? inputs[..^1] : inputs;
            Tensor?[] weights = [.. g[..3], .. Forward.HasBias ? g[3..4] : [], .. Forward.HasState ? g[4..5] : []];
            var gradients = SecondOrder.Of(
                given => Forward.InOps(given, mask), operands, [saved.Input(0), saved.Input(1)], weights);
            return
            [
                .. gradients[..2], .. new Tensor?[Saved - 2], .. gradients[2..],
                .. Forward.HasMask ? new Tensor?[1] : [],
            ];
        }
    }
}
