using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>A kernel with which a convolution computes one side of a short-time Fourier transform.</summary>
/// <remarks>
/// Entry (t, 0, f) of a shape (frame length, 1, bins) is <c>cos(−2πtf / N)</c> or its sine, N = 2 (bins − 1), times
/// the window's number t.
/// </remarks>
/// <example><code>
/// var kernel = new Hornet.Initializers.STFT(side: "imag", periodic: true).Apply([256, 1, 129]);
/// </code></example>
[KerasExport("keras.initializers", Aliases = ["STFTInitializer", "stft"])]
public sealed partial class STFT : Initializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="side"><c>real</c> or <c>imag</c>: which part of the transform.</param>
    /// <param name="window">
    /// The weights of a frame: a name, numbers, or <see cref="SignalWindow.None"/>; <c>hann</c> where null.
    /// </param>
    /// <param name="scaling">
    /// What the window is divided by: <c>density</c> its length, <c>spectrum</c> its sum; null for nothing.
    /// </param>
    /// <param name="periodic">Whether the window would begin again behind its last number.</param>
    /// <exception cref="ArgumentException">The side, the scaling or the window's name is another.</exception>
    public STFT(
        string side = "real", SignalWindow? window = null, string? scaling = "density", bool periodic = false)
    {
        Side = side is "real" or "imag" ? side : throw new ArgumentException(
            $"STFT: expected side to be 'real' or 'imag'. Received: '{side}'.", nameof(side));
        Window = window ?? "hann";
        Scaling = scaling is null or "density" or "spectrum" ? scaling : throw new ArgumentException(
            $"STFT: expected scaling to be 'density', 'spectrum' or null. Received: '{scaling}'.", nameof(scaling));
        Periodic = periodic;
    }

    /// <summary>Which part of the transform.</summary>
    public string Side { get; }

    /// <summary>The weights of a frame.</summary>
    public SignalWindow Window { get; }

    /// <summary>What the window is divided by.</summary>
    public string? Scaling { get; }

    /// <summary>Whether the window would begin again behind its last number.</summary>
    public bool Periodic { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape is not [{ } length, 1, { } bins])
        {
            throw new ShapeException(nameof(STFT), "a shape (frame length, 1, bins)", $"shape={shape}");
        }

        var type = dtype ?? Keras.Config.Floatx();
        var frequency = Ops.Reshape(Ops.Arange(bins, dtype: type), [1, 1, bins]) / (2.0 * (bins - 1));
        var time = Ops.Reshape(Ops.Arange(length, dtype: type), [length, 1, 1]);
        var angle = time * -2.0 * frequency * Ops.Arccos(Ops.Full([], -1.0, dtype: type));
        var kernel = Side == "real" ? Ops.Cos(angle) : Ops.Sin(angle);
        return Window.Values(length, Periodic) is { } window
            ? Weighted(kernel, Ops.Cast(Tensor.From([length, 1, 1], window), type))
            : kernel;
    }

    private static void UpgradeConfig(ConfigReader config)
    {
        if (config.Has("window") && config.Take("window") is var window)
        {
            config.Set("window", window ?? new JsonArray()); // null is no window here, not the default
        }
    }

    private Tensor Weighted(Tensor kernel, Tensor window) => Scaling switch
    {
        "density" => kernel * window / Ops.Sqrt(Ops.Sum(Ops.Square(window))),
        "spectrum" => kernel * window / Ops.Sum(Ops.Absolute(window)),
        _ => kernel * window,
    };
}
