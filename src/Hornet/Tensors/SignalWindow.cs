using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>The weights of a frame of a signal: by the name SciPy has for them, or number by number.</summary>
/// <example><code>
/// var kernel = new Hornet.Initializers.STFT(window: "hamming").Apply([256, 1, 129]);
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "The constructors that take one have the word.")]
public sealed class SignalWindow : IConfigValue<SignalWindow>
{
    private readonly string? _name;
    private readonly double[]? _values;

    private SignalWindow(string? name, double[]? values) => (_name, _values) = (name, values);

    /// <summary>No window: the frame as it is, which nothing scales either.</summary>
    public static SignalWindow None { get; } = new(null, null);

    /// <summary>The window of a name: <c>hann</c>, <c>hamming</c>, <c>blackman</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator SignalWindow?(string? name) =>
        name is null ? null : new(SignalWindows.Require(name), null);

    /// <summary>The window of these numbers, one for each place of a frame.</summary>
    public static implicit operator SignalWindow(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(null, [.. values]);
    }

    /// <summary>Reads a name, a list of numbers, or an empty list: no window.</summary>
    public static SignalWindow FromConfig(ConfigItem item) => item.Node switch
    {
        JsonArray { Count: 0 } => None,
        JsonArray => item.ReadList(number => number.Read<double>()),
        _ => item.Read<string>(),
    };

    /// <summary>The name, the numbers, or null.</summary>
    public JsonNode? ToConfig() => ConfigValue.Write((object?)_name ?? _values);

    /// <summary>The numbers for a frame; null where there is no window.</summary>
    /// <param name="length">How many.</param>
    /// <param name="isPeriodic">Whether the number after the last would be the first again.</param>
    /// <exception cref="ArgumentException">The window has another length.</exception>
    internal double[]? Values(int length, bool isPeriodic) => _name is not null
        ? SignalWindows.Of(_name, length, isPeriodic)
        : _values is null || _values.Length == length ? _values
        : throw new ArgumentException(
            $"Expected a window of {length} numbers, as many as a frame has. Received: {_values.Length} numbers.");
}
