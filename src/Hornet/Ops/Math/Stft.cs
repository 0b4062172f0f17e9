namespace Hornet;

public static partial class Ops
{
    /// <summary>The short-time Fourier transform: <see cref="Rfft"/> of windows, one a step after the other.</summary>
    /// <param name="x">Sequences of float32 or float64, along the last axis.</param>
    /// <param name="sequenceLength">The length of a window.</param>
    /// <param name="sequenceStride">How far one window is from the next.</param>
    /// <param name="fftLength">How long the windows are made with zeros.</param>
    /// <param name="window">With what a window is multiplied: <c>hann</c>, <c>hamming</c>, or nothing (null).</param>
    /// <param name="center">Whether windows are centred on their steps: the sequence is continued by its reflection.
    /// </param>
    /// <returns>Real and imaginary parts (..., windows, fftLength / 2 + 1).</returns>
    /// <example><code>var (real, imag) = Ops.Stft(new float[16], 4, 2, 8); // (9, 5)</code></example>
    public static (Tensor Real, Tensor Imag) Stft(
        Tensor x,
        int sequenceLength,
        int sequenceStride,
        int fftLength,
        string? window = "hann",
        bool center = true)
    {
        var results = new STFTOp(Windowing.Of(sequenceLength, sequenceStride, fftLength, window, center)).ApplyMany(x);
        return (results[0], results[1]);
    }

    /// <inheritdoc cref="Stft(Tensor, int, int, int, string, bool)"/>
    /// <example><code>var (real, imag) = Ops.Stft(new float[16], 4, 2, 8, Ops.Ones([4])); // (9, 5)</code></example>
    public static (Tensor Real, Tensor Imag) Stft(
        Tensor x, int sequenceLength, int sequenceStride, int fftLength, Tensor window, bool center = true)
    {
        var results = new STFTOp(Windowing.Of(sequenceLength, sequenceStride, fftLength, null, center))
            .ApplyMany(x, window);
        return (results[0], results[1]);
    }

    private sealed record STFTOp(Windowing Windowing) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            if (x.Rank == 0 || x.DType is not (DType.Float32 or DType.Float64))
            {
                throw new ShapeException(ClassName, "sequences of float32 or float64", $"x={x.Spec}");
            }

            if (Windowing.Center)
            {
                var half = Windowing.FftLength / 2;
                (int, int)[] widths = [.. Enumerable.Repeat((0, 0), x.Rank - 1), (half, half)];
                x = Pad(x, widths, "reflect");
            }

            var frames = new FramesOp(Windowing.FftLength, Windowing.Stride).Apply(x);
            var window = Windowing.Padded(inputs.Length > 1 ? inputs[1] : null, x.DType, ClassName);
            var z = new RealFourierOp().Apply(window is null ? frames : frames * window);
            return [Real(z), Imag(z)];
        }
    }
}
