using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>All steps of an LSTM with the usual activations.</summary>
    /// <param name="x">(batch, steps, features)</param>
    /// <param name="kernel">(features, 4 · units): the input, forget, cell and output gates.</param>
    /// <param name="recurrentKernel">(units, 4 · units)</param>
    /// <param name="bias">(4 · units,)</param>
    /// <param name="state">h and c before the first step, each (batch, units); zeros where null.</param>
    /// <param name="mask">(batch, steps): a step that does not count leaves h and c as they are.</param>
    /// <param name="goBackwards">Whether it begins at the last step.</param>
    /// <returns>The sequence of h in the order of the computation, the last h, the last c.</returns>
    internal static (Tensor Sequence, Tensor H, Tensor C) Lstm(
        Tensor x,
        Tensor kernel,
        Tensor recurrentKernel,
        Tensor? bias = null,
        (Tensor H, Tensor C)? state = null,
        Tensor? mask = null,
        bool goBackwards = false)
    {
        Tensor?[] inputs = [x, kernel, recurrentKernel, bias, state?.H, state?.C, mask];
        var results = new LstmOp(bias is not null, state is not null, mask is not null, goBackwards)
            .ApplyMany([.. inputs.OfType<Tensor>()]);
        return (results[0], results[1], results[2]);
    }

    /// <summary>The sequence of h, the last h, the last c; for the gradient the gates and the sequence of c.</summary>
    private sealed record LstmOp(bool HasBias, bool HasState, bool HasMask, bool GoBackwards) : Primitive
    {
        private int OperandCount => 3 + (HasBias ? 1 : 0) + (HasState ? 2 : 0);

        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            Check(inputs);
            var (x, units) = (inputs[0], inputs[2].Shape[0]);
            var (batch, steps) = (x.Shape[0], x.Shape[1]);
            var wide = Wide(x.DType);
            return
            [
                new([batch, steps, units], x.DType),
                new([batch, units], x.DType),
                new([batch, units], x.DType),
                new([steps, batch, 4 * units], wide),
                new([steps, batch, units], wide),
            ];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var dtype = inputs[0].DType;
            var wide = Widened(inputs, OperandCount, dtype);
            var arguments = new LstmArguments(wide, HasBias, HasState, HasMask);
            if (Wide(dtype) == DType.Float64)
            {
                LstmKernel<double>.Forward(arguments, GoBackwards, outputs);
            }
            else
            {
                LstmKernel<float>.Forward(arguments, GoBackwards, outputs);
            }

            Free(wide);
            for (var i = 0; i < 3; i++)
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
                g[2] ?? ZerosLike(saved.OutputAt(2)), saved.OutputAt(0), saved.OutputAt(3), saved.OutputAt(4),
            ];
            var gradients = new LstmGradientOp(this).ApplyMany([.. given, .. inputs]);
            return
            [
                gradients[0], gradients[1], gradients[2], .. HasBias ? gradients[3..4] : [],
                .. HasState ? gradients[4..6] : [], .. HasMask ? new Tensor?[1] : [],
            ];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs[..OperandCount]));

        protected override bool IsOperand(int index) => index < OperandCount;

        /// <summary>The sequence of h, the last h and the last c, step by step.</summary>
        /// <remarks>
        /// z = x · W + h · U + b, cut into i, f, c̃, o; c = σ(f) ∘ c + σ(i) ∘ tanh(c̃); h = σ(o) ∘ tanh(c).
        /// </remarks>
        public Tensor[] InOps(Tensor[] operands, Tensor? mask)
        {
            var (x, kernel, recurrent) = (operands[0], operands[1], operands[2]);
            var steps = x.Shape[1] ?? throw new ShapeException(ClassName, "a known number of steps", $"x={x.Spec}");
            var h = HasState ? operands[^2] : Zeros([x.Shape[0], recurrent.Shape[0]], x.DType);
            var c = HasState ? operands[^1] : Zeros([x.Shape[0], recurrent.Shape[0]], x.DType);
            var sequence = new Tensor[steps];
            for (var i = 0; i < steps; i++)
            {
                var step = GoBackwards ? steps - 1 - i : i;
                var z = Matmul(x[.., step], kernel) + Matmul(h, recurrent);
                var gates = Split(HasBias ? z + operands[3] : z, 4, axis: -1);
                var next = (Sigmoid(gates[1]) * c) + (Sigmoid(gates[0]) * Tanh(gates[2]));
                var output = Sigmoid(gates[3]) * Tanh(next);
                var counts = mask is null ? null : ExpandDims(mask[.., step], -1);
                (h, c) = counts is null ? (output, next) : (Where(counts, output, h), Where(counts, next, c));
                sequence[i] = h;
            }

            return [Stack(sequence, axis: 1), h, c];
        }

        /// <summary>Sums over many steps are kept in float32 at least.</summary>
        public static DType Wide(DType dtype) => dtype == DType.Float64 ? dtype : DType.Float32;

        public static TensorHandle[] Widened(ReadOnlySpan<TensorHandle> inputs, int count, DType dtype)
        {
            var wide = new TensorHandle[inputs.Length];
            for (var i = 0; i < wide.Length; i++)
            {
                wide[i] = i < count ? Views.Cast(inputs[i], Wide(dtype)) : inputs[i].NewReference();
            }

            return wide;
        }

        public static void Free(TensorHandle[] handles)
        {
            foreach (var handle in handles)
            {
                handle.Dispose();
            }
        }

        private void Check(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, kernel, recurrent) = (inputs[0], inputs[1], inputs[2]);
            if (x.Shape.Rank != 3 || !Shape.Agree(x.Shape[2], kernel.Shape[0]))
            {
                throw new ShapeException(
                    ClassName, $"a sequence (batch, steps, {kernel.Shape[0]})", $"x={x}, kernel={kernel}");
            }

            Shape state = [x.Shape[0], recurrent.Shape[0]];
            var first = HasBias ? 4 : 3;
            if (HasState && !(Shape.Agree(inputs[first].Shape, state) && Shape.Agree(inputs[first + 1].Shape, state)))
            {
                throw new ShapeException(
                    ClassName, $"an initial state of two tensors of shape {state}",
                    $"{inputs[first]}, {inputs[first + 1]}");
            }

            if (HasMask && (!Shape.Agree(inputs[^1].Shape, x.Shape[..2]) || inputs[^1].DType != DType.Bool))
            {
                throw new ShapeException(ClassName, $"a mask of bools of shape {x.Shape[..2]}", $"mask={inputs[^1]}");
            }
        }
    }

    /// <summary>The way back through time: by x, kernel, recurrent kernel, bias, first h, first c.</summary>
    private sealed record LstmGradientOp(LstmOp Forward) : Primitive
    {
        private const int Saved = 6;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, kernel, recurrent) = (inputs[Saved], inputs[Saved + 1], inputs[Saved + 2]);
            TensorSpec state = new([x.Shape[0], recurrent.Shape[0]], x.DType);
            return [x, kernel, recurrent, new([kernel.Shape[1]], x.DType), state, state];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var dtype = inputs[Saved].DType;
            var wide = LstmOp.Widened(inputs, inputs.Length - (Forward.HasMask ? 1 : 0), dtype);
            var arguments = new LstmArguments(
                wide.AsSpan(Saved), Forward.HasBias, Forward.HasState, Forward.HasMask);
            var saved = wide.AsSpan(3, 3);
            var g = wide.AsSpan(0, 3);
            if (LstmOp.Wide(dtype) == DType.Float64)
            {
                LstmKernel<double>.Backward(arguments, Forward.GoBackwards, saved, g, outputs);
            }
            else
            {
                LstmKernel<float>.Backward(arguments, Forward.GoBackwards, saved, g, outputs);
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
            Tensor?[] weights = [.. g[..3], .. Forward.HasBias ? g[3..4] : [], .. Forward.HasState ? g[4..6] : []];
            var gradients = SecondOrder.Of(
                given => Forward.InOps(given, mask),
                operands,
                [saved.Input(0), saved.Input(1), saved.Input(2)],
                weights);
            return
            [
                .. gradients[..3], .. new Tensor?[Saved - 3], .. gradients[3..],
                .. Forward.HasMask ? new Tensor?[1] : [],
            ];
        }
    }
}
