using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A copy of a tensor in which some places are replaced, or combined with new values.</summary>
    /// <param name="inputs">A tensor of at least 1 axis.</param>
    /// <param name="indices">Integers, of which the last axis indexes the first axes of the inputs.</param>
    /// <param name="updates">The values at these places, with the other axes of the inputs.</param>
    /// <param name="reduction">
    /// How values that meet are combined: <c>add</c>, <c>max</c>, <c>min</c>, <c>mul</c>; where null the last stands.
    /// </param>
    /// <example><code>
    /// var y = Ops.ScatterUpdate(x, new[,] { { 0, 1 }, { 1, 2 } }, new float[] { 7, 8 });
    /// </code></example>
    public static Tensor ScatterUpdate(Tensor inputs, Tensor indices, Tensor updates, string? reduction = null) =>
        reduction is null or "add" or "max" or "min" or "mul"
            ? new ScatterUpdateOp(reduction).Apply(inputs, indices, updates)
            : throw new ArgumentException(
                $"ScatterUpdate: expected a reduction of 'add', 'max', 'min', 'mul' or null. Received: '{reduction}'.",
                nameof(reduction));

    private sealed record ScatterUpdateOp(string? Reduction) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs | (Reduction is null or "add" ? 0 : Saves.Outputs);

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, indices, updates) = (inputs[0], inputs[1], inputs[2]);
            return Places.Of(x.Shape, indices.Shape) is { } places
                && Shape.Agree(Shape.Broadcast(updates.Shape, places), places)
                ? [x]
                : throw new ShapeException(
                    ClassName,
                    "indices whose last axis indexes the first axes of inputs, and updates of the shape of the other " +
                    "axes of indices followed by the other axes of inputs",
                    $"inputs={x}, indices={indices}, updates={updates}");
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var x = Kernels.Widen(inputs[0]);
            using var updates = Kernels.Widen(inputs[2]);
            outputs[0] = Kernels.Narrow(Places.Scatter(x, inputs[1], updates, Reduction), inputs[0].DType);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (dx, dUpdates) = Reduction switch
            {
                null => Replaced(g[0]!, saved),
                "add" => (g[0]!, new GatherPlacesOp().Apply(g[0]!, saved.Input(1))),
                "mul" => Multiplied(g[0]!, saved),
                _ => Chosen(g[0]!, saved),
            };
            return [dx, null, dUpdates];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => inputs[0].DType;

        protected override bool IsOperand(int index) => index == 2;

        // What was replaced has no part in the result, and of several values at one place the last one only.
        private static (Tensor, Tensor) Replaced(Tensor g, Residuals saved)
        {
            var (indices, updates) = (saved.Input(1), saved.Input(2));
            var taken = new GatherPlacesOp().Apply(g, indices);
            var order = Order(indices.Shape[..^1], taken.Rank);
            var last = ScatterUpdate(Zeros(g.Shape, DType.Int32), indices, order);
            var stands = Equal(new GatherPlacesOp().Apply(last, indices), order);
            return (ScatterUpdate(g, indices, ZerosLike(updates)), Where(stands, taken, 0));
        }

        // The places numbered, as values that broadcast with the updates.
        private static Tensor Order(Shape places, int rank) =>
            Reshape(Arange((int)places.Size), [.. places, .. Enumerable.Repeat<int?>(1, rank - places.Rank)]);

        // d(x · Π u) = Π u dx + x · Π u / uᵢ duᵢ
        private static (Tensor, Tensor) Multiplied(Tensor g, Residuals saved)
        {
            var (x, indices, updates) = (saved.Input(0), saved.Input(1), saved.Input(2));
            var factors = ScatterUpdate(OnesLike(x), indices, updates, "mul");
            return (g * factors, new GatherPlacesOp().Apply(g * saved.Output, indices) / updates);
        }

        // The greatest (the least) value has the gradient; equal ones share it.
        private static (Tensor, Tensor) Chosen(Tensor g, Residuals saved)
        {
            var (x, indices, updates) = (saved.Input(0), saved.Input(1), saved.Input(2));
            var stays = Cast(Equal(x, saved.Output), g.DType);
            var wins = Cast(Equal(updates, new GatherPlacesOp().Apply(saved.Output, indices)), g.DType);
            var share = g / ScatterUpdate(stays, indices, wins, "add");
            return (stays * Where(stays > 0, share, 0), wins * new GatherPlacesOp().Apply(share, indices));
        }
    }
}
