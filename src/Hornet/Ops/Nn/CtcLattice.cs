namespace Hornet;

/// <summary>All ways to align labels with frames: logarithms of probabilities, frame after frame.</summary>
/// <remarks>
/// Of each label there are two: that of paths whose last frame is the label (emitting), and that of paths whose last
/// frame is the mask after it (masked). As in Keras what cannot be has the logarithm −100,000.
/// </remarks>
internal sealed class CtcLattice(int frames, int classes, int labels, int maskIndex)
{
    public const double Impossible = -1e5;

    private readonly double[] _masked = new double[labels + 1];
    private readonly double[] _emitting = new double[labels];
    private readonly double[] _previous = new double[labels + 1];

    public int Frames { get; } = frames;

    public int Classes { get; } = classes;

    public int Labels { get; } = labels;

    /// <summary>−log of the probability of the first labels, of the first frames.</summary>
    public double Loss(ReadOnlySpan<double> logP, ReadOnlySpan<int> target, int labelCount, int frameCount)
    {
        _masked.AsSpan().Fill(Impossible);
        _masked[0] = 0;
        _emitting.AsSpan().Fill(Impossible);
        for (var frame = 0; frame < Math.Min(frameCount, Frames); frame++)
        {
            Step(logP.Slice(frame * Classes, Classes), target);
        }

        var last = Math.Clamp(labelCount, 0, Labels);
        return -(last == 0 ? _masked[0] : LogAdd(_masked[last], _emitting[last - 1]));
    }

    private static double LogAdd(double x, double y)
    {
        var greater = Math.Max(x, y);
        return greater + Math.Log(Math.Exp(x - greater) + Math.Exp(y - greater));
    }

    private void Step(ReadOnlySpan<double> logP, ReadOnlySpan<int> target)
    {
        var logMask = logP[maskIndex];
        _masked.CopyTo(_previous, 0);
        for (var n = Labels - 1; n >= 0; n--)
        {
            var isRepeated = n + 1 < Labels && target[n] == target[n + 1];
            var after = LogAdd(_previous[n + 1], _emitting[n] + (isRepeated ? Impossible : 0));
            _masked[n + 1] = LogAdd(after + logMask, _emitting[n] + logMask + (isRepeated ? 0 : Impossible));
        }

        // From the mask, or from the label before unless it is the same; or the label goes on.
        for (var n = Labels - 1; n >= 0; n--)
        {
            var before = n == 0 ? _previous[0]
                : LogAdd(_previous[n], _emitting[n - 1] + (target[n - 1] == target[n] ? Impossible : 0));
            var emitted = target[n] >= 0 && target[n] < Classes ? logP[target[n]] : 0;
            _emitting[n] = LogAdd(before, _emitting[n]) + emitted;
        }

        _masked[0] = _previous[0] + logMask;
    }
}
