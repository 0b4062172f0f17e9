using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements along one axis, in row-major order.</summary>
    private static Tensor Flat(Tensor x) => new FlatOp().Apply(x);

    private sealed record FlatOp : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x) => x with { Shape = [FlatSize(x.Shape)] };

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::reshape"u8, default, x, new long[] { -1 });

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new UnflatOp(saved.InputSpec(0).Shape).Apply(g);

        private static int? FlatSize(Shape shape) => shape.Contains(0) ? 0
            : shape.IsKnown ? checked((int)shape.Size)
            : null;
    }

    private sealed record UnflatOp(Shape Shape) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x) => x with { Shape = Shape };

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::reshape"u8, default, x, Shape.Sizes);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Flat(g);
    }
}
