using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// Attention of (batch, heads, length, depth) in one kernel, which never has all scores in memory.
    /// </summary>
    /// <remarks>Gives the result, and the logarithms of the sums of exponentials for the gradient.</remarks>
    private sealed record FlashAttentionOp(double Scale, bool IsCausal, bool HasMask) : Primitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        public static Tensor Attend(
            Tensor query, Tensor key, Tensor value, Tensor? mask, double scale, bool isCausal)
        {
            var wide = Promotion.Common(query.DType, DType.Float32);
            Tensor[] inputs = [Cast(query, wide), Cast(key, wide), Cast(value, wide)];
            var op = new FlashAttentionOp(scale, isCausal, mask is not null);
            if (mask is null)
            {
                return op.ApplyMany(inputs)[0];
            }

            // A query that may see nothing gets the mean, whatever the keys are: as a zero that sees all of them.
            var sees = Any(mask, axis: -1, keepdims: true);
            inputs[0] *= Cast(sees, wide);
            mask = LogicalOr(mask, LogicalNot(sees));
            return op.ApplyMany([.. inputs, Where(mask, Zeros([], wide), ScoredAttention.Unseen(wide))])[0];
        }

        /// <summary>A mask for (batch, heads, queries, keys), without a copy.</summary>
        public static TensorHandle Broadcast(TensorHandle mask, TensorHandle query, TensorHandle key) =>
            Aten.Expand(mask, [query.Sizes[0], query.Sizes[1], query.Sizes[2], key.Sizes[2]]);

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var query = inputs[0];
            return [query, query with { Shape = query.Shape[..3] }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var mask = HasMask ? Broadcast(inputs[3], inputs[0], inputs[1]) : default;
            Aten.CallMany(
                "aten::_scaled_dot_product_flash_attention_for_cpu"u8, default, outputs, inputs[0], inputs[1],
                    inputs[2],
                0.0, IsCausal, HasMask ? Argument.Some(mask) : Argument.None, Argument.Some(Scale));
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            Tensor[] inputs = [g[0]!, .. Enumerable.Range(0, saved.InputCount).Select(saved.Input)];
            var gradients = new FlashAttentionGradientOp(Scale, IsCausal, HasMask).ApplyMany(
                [.. inputs, saved.OutputAt(0), saved.OutputAt(1)]);
            return [.. gradients, .. new Tensor?[HasMask ? 1 : 0]];
        }
    }

    /// <summary>The gradients of the queries, the keys and the values.</summary>
    private sealed record FlashAttentionGradientOp(double Scale, bool IsCausal, bool HasMask) : Primitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [inputs[1], inputs[2], inputs[3]];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var (g, query, key, value) = (inputs[0], inputs[1], inputs[2], inputs[3]);
            using var mask = HasMask ? FlashAttentionOp.Broadcast(inputs[4], query, key) : default;
            Aten.CallMany(
                "aten::_scaled_dot_product_flash_attention_for_cpu_backward"u8, default, outputs,
                g, query, key, value, inputs[^2], inputs[^1], 0.0, IsCausal,
                HasMask ? Argument.Some(mask) : Argument.None, Argument.Some(Scale));
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> h, Residuals saved)
        {
            var (scale, isCausal) = (Scale, IsCausal);
            var bias = HasMask ? saved.Input(4) : null;
            var gradients = SecondOrder.Of(
                t => ScoredAttention.InOps(t[0], t[1], t[2], bias, null, scale, isCausal),
                [saved.Input(1), saved.Input(2), saved.Input(3)],
                saved.Input(0),
                h);
            return [.. gradients, .. new Tensor?[HasMask ? 3 : 2]];
        }
    }
}
