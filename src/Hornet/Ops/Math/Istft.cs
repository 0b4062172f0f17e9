namespace Hornet;

public static partial class Ops
{
    /// <summary>The sequences that <see cref="Stft(Tensor, int, int, int, string, bool)"/> makes the given numbers
    /// of.</summary>
    /// <param name="x">Real and imaginary parts (..., windows, fftLength / 2 + 1).</param>
    /// <param name="sequenceLength">The length of a window.</param>
    /// <param name="sequenceStride">How far one window is from the next.</param>
    /// <param name="fftLength">How long the windows were made with zeros.</param>
    /// <param name="length">The length of the results; all that the windows cover where null.</param>
    /// <param name="window">With what a window was multiplied: <c>hann</c>, <c>hamming</c>, or nothing (null).</param>
    /// <param name="center">Whether windows were centred on their steps.</param>
    /// <example><code>
    /// var x = Ops.Istft(Ops.Stft(new float[16], 4, 2, 8), 4, 2, 8); // (16,)
    /// </code></example>
    public static Tensor Istft(
        (Tensor Real, Tensor Imag) x,
        int sequenceLength,
        int sequenceStride,
        int fftLength,
        int? length = null,
        string? window = "hann",
        bool center = true) =>
        new ISTFTOp(Windowing.Of(sequenceLength, sequenceStride, fftLength, window, center), length)
            .Apply(x.Real, x.Imag);

    /// <inheritdoc cref="Istft(ValueTuple{Tensor, Tensor}, int, int, int, int?, string, bool)"/>
    /// <example><code>
    /// var x = Ops.Istft(Ops.Stft(new float[16], 4, 2, 8), 4, 2, 8, Ops.Ones([4])); // (16,)
    /// </code></example>
    public static Tensor Istft(
        (Tensor Real, Tensor Imag) x,
        int sequenceLength,
        int sequenceStride,
        int fftLength,
        Tensor window,
        int? length = null,
        bool center = true) =>
        new ISTFTOp(Windowing.Of(sequenceLength, sequenceStride, fftLength, null, center), length)
            .Apply(x.Real, x.Imag, window);

    private sealed record ISTFTOp(Windowing Windowing, int? Length) : Composite
    {
        // Windows are added up where they overlap, each multiplied by the window once more; then the sum of the squares
        // of the windows, where it is not next to nothing, is divided by.
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var z = OfParts(ClassName, inputs[0], inputs[1]);
            if (z.Rank < 2)
            {
                throw new ShapeException(
                    ClassName, "at least two axes: windows and frequencies", $"x={inputs[0].Spec}");
            }

            var (size, step) = (Windowing.FftLength, Windowing.Stride);
            var frames = new RealInverseOp(size).Apply(Fit(z, size / 2 + 1));
            var window = Windowing.Padded(inputs.Length > 2 ? inputs[2] : null, frames.DType, ClassName);
            frames = window is null ? frames : frames * window;
            var squares = window is null ? OnesLike(frames) : OnesLike(frames) * Square(window);
            var sum = new OverlapAddOp(step, Length: null).Apply(frames);
            var weight = new OverlapAddOp(step, Length: null).Apply(squares);
            return Cast(Cut(sum / Where(weight > 1e-10, weight, 1.0)), inputs[0].DType);
        }

        private Tensor Cut(Tensor x)
        {
            var half = Windowing.Center ? Windowing.FftLength / 2 : 0;
            return Length is { } length ? x[TensorIndex.Ellipsis, half..(half + length)]
                : half > 0 ? x[TensorIndex.Ellipsis, half..^half]
                : x;
        }
    }

    /// <summary>How sequences are cut into windows.</summary>
    private sealed record Windowing(int Length, int Stride, int FftLength, string? Window, bool Center)
    {
        public static Windowing Of(
            int sequenceLength, int sequenceStride, int fftLength, string? window, bool center) =>
            sequenceLength > 0 && sequenceStride > 0 && fftLength >= sequenceLength
            && window is null or "hann" or "hamming"
                ? new(sequenceLength, sequenceStride, fftLength, window, center)
                : throw new ArgumentException(
                    "Expected a sequenceLength and a sequenceStride of 1 or more, an fftLength not below the " +
                    "sequenceLength, and the window 'hann', 'hamming' or null. Received: " +
                    $"sequenceLength={sequenceLength}, sequenceStride={sequenceStride}, fftLength={fftLength}, " +
                    $"window='{window}'.");

        /// <summary>The window, with zeros on both sides; null where all numbers count the same.</summary>
        public Tensor? Padded(Tensor? given, DType dtype, string operation)
        {
            var window = given
                ?? (Window is null ? null : Tensor.From([Length], SignalWindows.Of(Window, Length, isPeriodic: true)));
            if (window is null && Length == FftLength)
            {
                return null;
            }

            window = Cast(window ?? Ones([FftLength]), dtype);
            var wanted = given is null && Window is null ? FftLength : Length;
            if (window.Rank != 1 || !Shape.Agree(window.Shape, [wanted]))
            {
                throw new ShapeException(operation, $"a window of {Length} numbers", $"window={window.Spec}");
            }

            var left = (FftLength - wanted) / 2;
            return Pad(window, [(left, FftLength - wanted - left)]);
        }
    }
}
