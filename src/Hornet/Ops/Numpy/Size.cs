using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The number of elements, as an int32 scalar, so that a graph can hold it before it is known.</summary>
    /// <param name="x">Any tensor.</param>
    /// <example><code>var count = Ops.Size(x).Item&lt;int&gt;(); // 6</code></example>
    public static Tensor Size(Tensor x) => new SizeOp().Apply(x);

    /// <summary>The number of axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <example><code>var rank = Ops.Ndim(x); // 2</code></example>
    public static int Ndim(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank;
    }

    private sealed record SizeOp : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => new(Shape.Scalar, DType.Int32);

        protected override TensorHandle Run(TensorHandle x) =>
            TensorHandle.From([checked((int)Shape.FromSizes(x.Sizes).Size)], [], DType.Int32);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
