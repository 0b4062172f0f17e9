using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The discrete Fourier transform of real numbers, along the last axis.</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <param name="fftLength">How many numbers count: others are cut off, zeros follow fewer; all where null.</param>
    /// <returns>Real and imaginary parts; of n numbers n / 2 + 1, since the others are their conjugates.</returns>
    /// <example><code>
    /// var (real, imag) = Ops.Rfft(new float[] { 0, 1, 0, -1 }); // 0, 0, 0 and 0, -2, 0
    /// </code></example>
    public static (Tensor Real, Tensor Imag) Rfft(Tensor x, int? fftLength = null)
    {
        var results = new RFFTOp(AtLeastOne(fftLength)).ApplyMany(x);
        return (results[0], results[1]);
    }

    /// <summary>The real numbers that <see cref="Rfft"/> makes the given numbers of.</summary>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <param name="fftLength">How many numbers are wanted; twice what there is, less 2, where null.</param>
    /// <example><code>
    /// var x = Ops.Irfft((new float[] { 0, 0, 0 }, new float[] { 0, -2, 0 })); // 0, 1, 0, -1
    /// </code></example>
    public static Tensor Irfft((Tensor Real, Tensor Imag) x, int? fftLength = null) =>
        new IRFFTOp(AtLeastOne(fftLength)).Apply(x.Real, x.Imag);

    private static int? AtLeastOne(int? fftLength) => fftLength is not < 1 ? fftLength : throw new ArgumentException(
        $"Expected a length of 1 or more. Received: fftLength={fftLength}.", nameof(fftLength));

    private sealed record RFFTOp(int? FftLength) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            Require(ClassName, Kinds.Real, "x", inputs[0].Spec);
            var z = new RealFourierOp().Apply(Fit(Wide(inputs[0]), FftLength));
            return [Real(z), Imag(z)];
        }
    }

    private sealed record IRFFTOp(int? FftLength) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var z = Fit(OfParts(ClassName, inputs[0], inputs[1]), FftLength / 2 + 1);
            return new RealInverseOp(FftLength).Apply(z);
        }
    }

    /// <summary>From real numbers to the half of the spectrum that says all.</summary>
    private sealed record RealFourierOp : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x.Shape is [.., not 0]
            ? new TensorSpec(x.Shape.With(x.Shape.Rank - 1, x.Shape[^1] / 2 + 1), ComplexPart(x.DType))
            : throw new ShapeException("RFFT", "at least one number along the last axis", $"x={x}");

        protected override TensorHandle Run(TensorHandle x) => x.Sizes.Contains(0)
            ? RowMajor.Zeros([.. x.Sizes[..^1], (x.Sizes[^1] / 2) + 1], ComplexPart(x.DType))
            : Aten.Call("aten::_fft_r2c"u8, default, x, new[] { x.Sizes.Length - 1L }, 0L, true);

        // The real part of the whole transform of what arrives, and of zeros for the other half.
        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            Real(new FourierOp(AxisCount: 1, IsInverse: false).Apply(Fit(g, saved.InputSpec(0).Shape[^1]!.Value)));
    }

    /// <summary>From half a spectrum to real numbers.</summary>
    private sealed record RealInverseOp(int? Length) : UnaryPrimitive
    {
        private const long ByCount = 2;

        protected override TensorSpec Infer(TensorSpec z)
        {
            var length = z.Shape.Rank == 0 ? 0 : Length ?? (2 * (z.Shape[^1] - 1));
            return length is not < 1
                ? new TensorSpec(z.Shape.With(z.Shape.Rank - 1, length), z.DType.RealPart())
                : throw new ShapeException("IRFFT", "a spectrum of at least one number", $"x={z}");
        }

        protected override TensorHandle Run(TensorHandle z)
        {
            var length = Length ?? (2 * (z.Sizes[^1] - 1));
            return z.Sizes.Contains(0)
                ? RowMajor.Zeros([.. z.Sizes[..^1], length], z.DType.RealPart())
                : Aten.Call("aten::_fft_c2r"u8, default, z, new[] { z.Sizes.Length - 1L }, ByCount, length);
        }

        // A number of the spectrum counts twice, for its conjugate too, but for the first and for the middle one.
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var length = saved.OutputSpec(0).Shape[^1]!.Value;
            double[] parts = [.. Enumerable.Range(0, length / 2 + 1)
                .Select(i => (i == 0 || 2 * i == length ? 1.0 : 2.0) / length)];
            var weights = Cast(Tensor.From([parts.Length], parts), g.DType);
            return Conjugate(new RealFourierOp().Apply(g)) * weights;
        }
    }

    private static DType ComplexPart(DType dtype) => dtype == DType.Float64 ? DType.Complex128 : DType.Complex64;

    /// <summary>As float32, or as float64: what transforms are computed in.</summary>
    private static Tensor Wide(Tensor x) => Cast(x, x.DType == DType.Float64 ? DType.Float64 : DType.Float32);

    /// <summary>The first numbers along the last axis, and zeros where there are fewer.</summary>
    private static Tensor Fit(Tensor x, int? length)
    {
        if (length is not { } wanted || x.Rank == 0 || x.Shape[^1] == wanted)
        {
            return x;
        }

        var size = x.Shape[^1] ?? throw new ArgumentException(
            $"Expected a last axis of known size, to fit it to {wanted} numbers. Received: {x.Spec}.");
        return size > wanted
            ? x[TensorIndex.Ellipsis, ..wanted]
            : Pad(x, [.. Enumerable.Repeat((0, 0), x.Rank - 1), (0, wanted - size)]);
    }
}
