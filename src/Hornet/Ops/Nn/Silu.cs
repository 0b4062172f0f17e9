namespace Hornet;

public static partial class Ops
{
    /// <summary>The sigmoid linear unit: <c>x · sigmoid(x)</c>.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <example><code>var y = Ops.Silu(x);</code></example>
    public static Tensor Silu(Tensor x) => new SiluOp().Apply(x);

    /// <inheritdoc cref="Silu"/>
    public static Tensor Swish(Tensor x) => Silu(x);

    /// <summary>The sigmoid linear unit of straight lines: <c>x · hard_sigmoid(x)</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.HardSilu(x);</code></example>
    public static Tensor HardSilu(Tensor x) => new HardSiluOp().Apply(x);

    /// <inheritdoc cref="HardSilu"/>
    public static Tensor HardSwish(Tensor x) => HardSilu(x);

    /// <summary>Half of an axis through the gates that the other half is: <c>a · sigmoid(b)</c>.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <param name="axis">The axis that is cut in two.</param>
    /// <example><code>var y = Ops.Glu(x, axis: 0); // (1, 3)</code></example>
    public static Tensor Glu(Tensor x, int axis = -1) => new GluOp(axis).Apply(x);

    /// <summary>The function that Keras calls mish: <c>x · tanh(softplus(x))</c>.</summary>
    internal static Tensor Mish(Tensor x) => new MishOp().Apply(x);

    private sealed record SiluOp : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Ops.Fused.Silu);

        protected override Tensor Floating(Tensor x) => FloatsOnly(x);

        protected override Tensor Formula(Tensor x) => x * Sigmoid(x);
    }

    private sealed record HardSiluOp : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Ops.Fused.HardSilu);

        protected override Tensor Formula(Tensor x) => x * HardSigmoidFormula(x);
    }

    private sealed record GluOp(int Axis) : ActivationOp
    {
        protected override Tensor Floating(Tensor x) => FloatsOnly(x);

        protected override Tensor Formula(Tensor x)
        {
            var axis = x.Shape.Resolve(Axis, ClassName);
            if (x.Shape[axis] % 2 is 1)
            {
                throw new ShapeException(ClassName, $"an even size of axis {Axis}", $"x={x.Spec}");
            }

            var halves = Split(x, 2, axis);
            return halves[0] * Sigmoid(halves[1]);
        }
    }

    private sealed record MishOp : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Ops.Fused.Mish);

        protected override Tensor Formula(Tensor x) => x * Tanh(Softplus(x));
    }
}
