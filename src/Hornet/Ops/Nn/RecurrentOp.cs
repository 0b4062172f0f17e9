using System.Numerics;
using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>What tells one recurrent layer from another.</summary>
    private abstract record RecurrentKind
    {
        public string Name => GetType().Name[..^"Kind".Length];

        /// <summary>The shape of its bias.</summary>
        public abstract Shape BiasShape(int? units);

        /// <summary>A step on bare memory, and its way back.</summary>
        public abstract RecurrentSteps<T> Steps<T>(int units)
            where T : unmanaged, INumberBase<T>;

        /// <summary>A step in ops: the new states, h first.</summary>
        public abstract Tensor[] Step(Tensor x, Tensor[] states, Tensor recurrentKernel, Tensor? bias);
    }

    /// <summary>The sequence of h and the last states; for the gradient what each step keeps.</summary>
    private sealed record RecurrentOp(
        RecurrentKind Kind, bool HasBias, bool HasState, bool HasMask, bool GoBackwards) : Primitive
    {
        public int States => Kind.Steps<float>(1).States;

        private int FirstState => HasBias ? 4 : 3;

        private int OperandCount => FirstState + (HasState ? States : 0);

        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        /// <summary>Applies it to x, kernel and recurrent kernel, and to what else there is.</summary>
        public static Tensor[] Apply(
            RecurrentKind kind, Tensor[] inputs, Tensor? bias, Tensor[]? states, Tensor? mask, bool goBackwards) =>
            new RecurrentOp(kind, bias is not null, states is not null, mask is not null, goBackwards).ApplyMany(
                [.. inputs, .. new[] { bias }.Concat(states ?? []).Append(mask).OfType<Tensor>()]);

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            Check(inputs);
            var (x, units) = (inputs[0], inputs[2].Shape[0]);
            var (batch, steps) = (x.Shape[0], x.Shape[1]);
            return
            [
                new([batch, steps, units], x.DType),
                .. Enumerable.Repeat(new TensorSpec([batch, units], x.DType), States),
                new([batch, steps, Kind.Steps<float>(1).Kept * units], Wide(x.DType)),
            ];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var specs = Infer(SpecsOf(inputs));
            Span<TensorHandle> wide = stackalloc TensorHandle[inputs.Length];
            Widen(inputs, wide, OperandCount);
            RunWide(KernelFor(LayoutOf(SpecsOf(inputs)), Wide(inputs[0].DType)), wide, specs, outputs);
        }

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            inputs[0].DType == Wide(inputs[0].DType)
                ? new DenseLowering(KernelFor(LayoutOf(inputs), inputs[0].DType))
                : null;

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var inputs = Enumerable.Range(0, saved.InputCount).Select(saved.Input);
            var cotangents = new RecurrentCotangents(
                g[0] is not null, g[1] is not null, States > 1 && g[2] is not null, saved.Wants(0));
            Tensor[] given = [.. g[..(1 + States)].ToArray().OfType<Tensor>()];
            Tensor?[] gradients = new RecurrentGradientOp(this, cotangents).ApplyMany(
                [.. given, saved.OutputAt(0), saved.OutputAt(1 + States), .. inputs]);
            return
            [
                cotangents.WantsX ? gradients[^2] : null,
                .. gradients[..(OperandCount - 1)],
                .. HasMask ? new Tensor?[1] : [],
            ];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs[..OperandCount]));

        protected override bool IsOperand(int index) => index < OperandCount;

        /// <summary>Its sizes for certain inputs.</summary>
        public RecurrentLayout LayoutOf(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, units) = (inputs[0].Shape, inputs[2].Shape[0]!.Value);
            return new(
                x[0]!.Value, x[1]!.Value, x[2]!.Value, units, HasBias, HasState, HasMask, GoBackwards);
        }

        /// <summary>The sequence of h and the last states, step by step.</summary>
        public Tensor[] InOps(Tensor[] operands, Tensor? mask)
        {
            var (x, kernel, recurrent) = (operands[0], operands[1], operands[2]);
            var steps = x.Shape[1] ?? throw new ShapeException(Kind.Name, "a known number of steps", $"x={x.Spec}");
            var states = HasState
                ? operands[FirstState..]
                : [.. Enumerable.Repeat(Zeros([x.Shape[0], recurrent.Shape[0]], x.DType), States)];
            var sequence = new Tensor[steps];
            for (var i = 0; i < steps; i++)
            {
                var step = GoBackwards ? steps - 1 - i : i;
                var next = Kind.Step(Matmul(x[.., step], kernel), states, recurrent, HasBias ? operands[3] : null);
                var counts = mask is null ? null : ExpandDims(mask[.., step], -1);
                states = counts is null ? next : [.. next.Zip(states, (now, before) => Where(counts, now, before))];
                sequence[i] = states[0];
            }

            return [Stack(sequence, axis: 1), .. states];
        }

        private DenseKernel KernelFor(RecurrentLayout layout, DType dtype) => dtype == DType.Float64
            ? new RecurrentKernel<double>(layout, Kind.Steps<double>(layout.Units))
            : new RecurrentKernel<float>(layout, Kind.Steps<float>(layout.Units));

        private void Check(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, kernel, recurrent) = (inputs[0], inputs[1], inputs[2]);
            if (x.Shape.Rank != 3 || !Shape.Agree(x.Shape[2], kernel.Shape[0]))
            {
                throw new ShapeException(
                    Kind.Name, $"a sequence (batch, steps, {kernel.Shape[0]})", $"x={x}, kernel={kernel}");
            }

            var units = recurrent.Shape[0];
            Shape weights = [units, Kind.Steps<float>(1).Gates * units];
            if (!Shape.Agree(recurrent.Shape, weights) || !Shape.Agree(kernel.Shape, [kernel.Shape[0], weights[1]])
                || (HasBias && !Shape.Agree(inputs[3].Shape, Kind.BiasShape(units))))
            {
                throw new ShapeException(
                    Kind.Name,
                    $"a kernel of {weights[1]} columns, a recurrent kernel {weights} and a bias " +
                    $"{Kind.BiasShape(units)}",
                    $"kernel={kernel}, recurrentKernel={recurrent}{(HasBias ? $", bias={inputs[3]}" : "")}");
            }

            CheckStates(inputs);
            if (HasMask && (!Shape.Agree(inputs[^1].Shape, x.Shape[..2]) || inputs[^1].DType != DType.Bool))
            {
                throw new ShapeException(Kind.Name, $"a mask of bools of shape {x.Shape[..2]}", $"mask={inputs[^1]}");
            }
        }

        private void CheckStates(ReadOnlySpan<TensorSpec> inputs)
        {
            Shape state = [inputs[0].Shape[0], inputs[2].Shape[0]];
            for (var i = FirstState; i < OperandCount; i++)
            {
                if (!Shape.Agree(inputs[i].Shape, state))
                {
                    throw new ShapeException(Kind.Name, $"initial states of shape {state}", $"{inputs[i]}");
                }
            }
        }

        /// <summary>Sums over many steps are kept in float32 at least.</summary>
        public static DType Wide(DType dtype) => dtype == DType.Float64 ? dtype : DType.Float32;

        public static TensorSpec[] SpecsOf(ReadOnlySpan<TensorHandle> inputs)
        {
            var specs = new TensorSpec[inputs.Length];
            for (var i = 0; i < specs.Length; i++)
            {
                specs[i] = new(Shape.FromSizes(inputs[i].Sizes), inputs[i].DType);
            }

            return specs;
        }

        public static void Widen(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> wide, int count)
        {
            for (var i = 0; i < wide.Length; i++)
            {
                wide[i] = i < count ? Views.Cast(inputs[i], Wide(inputs[0].DType)) : inputs[i].NewReference();
            }
        }

        /// <summary>Runs a kernel on inputs that are freed, and casts its results to what they shall be.</summary>
        public static void RunWide(
            DenseKernel kernel, ReadOnlySpan<TensorHandle> inputs, TensorSpec[] specs, Span<TensorHandle> outputs)
        {
            for (var i = 0; i < outputs.Length; i++)
            {
                outputs[i] = TensorHandle.Empty(Wide(specs[i].DType), specs[i].Shape.Sizes);
            }

            DenseKernels.RunInto(kernel, inputs, outputs);
            for (var i = 0; i < outputs.Length; i++)
            {
                using var result = outputs[i];
                outputs[i] = Views.Cast(result, specs[i].DType);
            }

            foreach (var input in inputs)
            {
                input.Dispose();
            }
        }
    }
}
