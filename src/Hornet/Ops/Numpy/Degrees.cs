namespace Hornet;

public static partial class Ops
{
    /// <summary>Degrees in radians.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Deg2rad(180); // 3.1416</code></example>
    public static Tensor Deg2rad(Tensor x) => new Deg2radOp().Apply(x);

    /// <summary>Radians in degrees.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Rad2deg(double.Pi); // 180</code></example>
    public static Tensor Rad2deg(Tensor x) => new Rad2degOp().Apply(x);

    private static Tensor Times(Tensor x, double factor)
    {
        var dtype = Promotion.ToFloating(x.DType);
        return Cast(x, dtype) * Constants.Scalar(factor, dtype);
    }

    private sealed record Deg2radOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Times(inputs[0], double.Pi / 180);
    }

    private sealed record Rad2degOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Times(inputs[0], 180 / double.Pi);
    }
}
