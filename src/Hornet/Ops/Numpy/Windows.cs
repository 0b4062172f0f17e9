namespace Hornet;

public static partial class Ops
{
    /// <summary>A triangle that begins and ends with 0.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Bartlett(5); // 0, 0.5, 1, 0.5, 0</code></example>
    public static Tensor Bartlett(Tensor x) => WindowOf(
        nameof(Bartlett), x, count => SignalWindows.Of("bartlett", count, isPeriodic: false));

    /// <summary>A bell of three cosines, next to 0 at its ends.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Blackman(5);</code></example>
    public static Tensor Blackman(Tensor x) => WindowOf(
        nameof(Blackman), x, count => SignalWindows.Of("blackman", count, isPeriodic: false));

    /// <summary>A cosine raised so that it does not end with 0: 0.08 to 1.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Hamming(5);</code></example>
    public static Tensor Hamming(Tensor x) => WindowOf(
        nameof(Hamming), x, count => SignalWindows.Of("hamming", count, isPeriodic: false));

    /// <summary>A raised cosine: 0 to 1 and back.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <example><code>var window = Ops.Hanning(5); // 0, 0.5, 1, 0.5, 0</code></example>
    public static Tensor Hanning(Tensor x) => WindowOf(
        nameof(Hanning), x, count => SignalWindows.Of("hann", count, isPeriodic: false));

    /// <summary>A bell of Bessel functions: <c>I₀(β √(1 − (2t − 1)²)) / I₀(β)</c>.</summary>
    /// <param name="x">How many numbers, a whole one; none where it is below 1.</param>
    /// <param name="beta">How narrow it is: a rectangle of 0.</param>
    /// <example><code>var window = Ops.Kaiser(5, 14.0);</code></example>
    public static Tensor Kaiser(Tensor x, double beta)
    {
        var numbers = WindowOf(nameof(Kaiser), x, count => Enumerable.Range(0, count).Select(n =>
            beta * Math.Sqrt(1 - Math.Pow((2.0 * n / Math.Max(count - 1, 1)) - 1, 2))), DType.Float64);
        return Cast(numbers.Shape[0] == 1 ? Ones([1]) : I0(numbers) / I0(beta), Keras.Config.Floatx());
    }

    private static Tensor WindowOf(string name, Tensor x, Func<int, IEnumerable<double>> of, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank > 0 || !Kinds.Real.Has(x.DType))
        {
            throw new ShapeException(name, "a number", $"x={x.Spec}");
        }

        var count = Math.Max(Cast(x, DType.Int32).Item<int>(), 0);
        return Cast(Tensor.From([count], of(count).ToArray()), dtype ?? Keras.Config.Floatx());
    }
}
