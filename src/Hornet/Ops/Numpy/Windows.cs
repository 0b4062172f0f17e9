namespace Hornet;

public static partial class Ops
{
    /// <summary>A triangle that begins and ends with 0.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Bartlett(5); // 0, 0.5, 1, 0.5, 0</code></example>
    public static Tensor Bartlett(Tensor x) => Bell(
        nameof(Bartlett), x, t => 1 - Math.Abs((2 * t) - 1));

    /// <summary>A bell of three cosines, next to 0 at its ends.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Blackman(5);</code></example>
    public static Tensor Blackman(Tensor x) => Bell(
        nameof(Blackman), x, t => 0.42 - (0.5 * Math.Cos(2 * Math.PI * t)) + (0.08 * Math.Cos(4 * Math.PI * t)));

    /// <summary>A cosine raised so that it does not end with 0: 0.08 to 1.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Hamming(5);</code></example>
    public static Tensor Hamming(Tensor x) => Bell(
        nameof(Hamming), x, t => 0.54 - (0.46 * Math.Cos(2 * Math.PI * t)));

    /// <summary>A raised cosine: 0 to 1 and back.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Hanning(5); // 0, 0.5, 1, 0.5, 0</code></example>
    public static Tensor Hanning(Tensor x) => Bell(
        nameof(Hanning), x, t => 0.5 - (0.5 * Math.Cos(2 * Math.PI * t)));

    /// <summary>A bell of Bessel functions: <c>I₀(β √(1 − (2t − 1)²)) / I₀(β)</c>.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <param name="beta">How narrow it is: a rectangle of 0.</param>
    /// <example><code>var window = Ops.Kaiser(5, 14.0);</code></example>
    public static Tensor Kaiser(Tensor x, double beta)
    {
        var ratio = I0(Bell(
            nameof(Kaiser), x, t => beta * Math.Sqrt(1 - Math.Pow((2 * t) - 1, 2)), DType.Float64)) / I0(beta);
        return Cast(ratio.Shape[0] == 1 ? Ones([1]) : ratio, Keras.Config.Floatx());
    }

    // t goes from 0 to 1. One number alone is 1.
    private static Tensor Bell(string name, Tensor x, Func<double, double> of, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank > 0 || !Kinds.Real.Has(x.DType))
        {
            throw new ShapeException(name, "a number", $"x={x.Spec}");
        }

        var count = Cast(x, DType.Int32).Item<int>();
        var numbers = count == 1 ? [1.0] : Enumerable.Range(0, Math.Max(count, 0))
            .Select(i => of(i / (count - 1.0))).ToArray();
        return Cast(Tensor.From([numbers.Length], numbers), dtype ?? Keras.Config.Floatx());
    }
}
