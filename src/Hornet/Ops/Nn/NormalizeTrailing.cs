using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// Layer normalization over the last axes in one go, with the mean and 1 / deviation for the gradient.
    /// </summary>
    private sealed record NormalizeTrailingOp(int Count, double Epsilon) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        /// <summary>Whether the kernel is for these: the axes are the last ones, and of known sizes.</summary>
        public static bool Takes(Tensor x, Tensor? gamma, Tensor? beta, int[] axes) =>
            IsTrailing(x, axes)
            && x.Shape[axes[0]..] is { IsKnown: true } shape
            && x.DType is DType.Float32 or DType.Float64
            && (gamma is null || gamma.Shape == shape)
            && (beta is null || beta.Shape == shape);

        /// <summary>The same, of other ops: what gradients of gradients are taken of.</summary>
        public static Tensor InOps(Tensor x, Tensor gamma, Tensor beta, int count, double epsilon)
        {
            int[] axes = [.. Enumerable.Range(x.Rank - count, count)];
            var distance = x - Mean(x, axes, keepdims: true);
            var variance = Mean(distance * distance, axes, keepdims: true);
            return (distance * Rsqrt(variance + epsilon) * gamma) + beta;
        }

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            Shape others = [.. x.Shape[..^Count], .. Enumerable.Repeat((int?)1, Count)];
            return [x, x with { Shape = others }, x with { Shape = others }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var (x, gamma, beta) = (inputs[0], inputs[1], inputs[2]);
            if (x.Count > 0)
            {
                Aten.CallMany(
                    "aten::native_layer_norm"u8, default, outputs, x, gamma.Sizes.ToArray(),
                    Argument.Some(gamma), Argument.Some(beta), Epsilon);
                return;
            }

            outputs[0] = x.NewReference();
            outputs[1] = RowMajor.Zeros(Infer([new(Shape.FromSizes(x.Sizes), x.DType)])[1].Shape.Sizes, x.DType);
            outputs[2] = outputs[1].NewReference();
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            new NormalizeTrailingGradientOp(Count, Epsilon).ApplyMany(
                g[0]!, saved.Input(0), saved.Input(1), saved.OutputAt(1), saved.OutputAt(2));
    }

    /// <summary>The gradients of x, gamma and beta, of which the mean and 1 / deviation are known.</summary>
    private sealed record NormalizeTrailingGradientOp(int Count, double Epsilon) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [inputs[1], inputs[2], inputs[2]];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var (g, x, gamma) = (inputs[0], inputs[1], inputs[2]);
            if (x.Count == 0)
            {
                outputs[0] = x.NewReference();
                outputs[1] = RowMajor.Zeros(gamma.Sizes, gamma.DType);
                outputs[2] = outputs[1].NewReference();
                return;
            }

            // Of beta the kernel asks only whether it is there.
            Aten.CallMany(
                "aten::native_layer_norm_backward"u8, default, outputs, g, x, gamma.Sizes.ToArray(), inputs[3],
                    inputs[4],
                Argument.Some(gamma), Argument.Some(gamma), new[] { true, true, true });
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> h, Residuals saved)
        {
            var (count, epsilon) = (Count, Epsilon);
            var (x, gamma) = (saved.Input(1), saved.Input(2));
            var gradients = SecondOrder.Of(
                t => NormalizeTrailingOp.InOps(t[0], t[1], t[2], count, epsilon),
                [x, gamma, ZerosLike(gamma)],
                saved.Input(0),
                h);
            return [gradients[0], gradients[1], gradients[2], null, null];
        }
    }
}
