using System.Numerics;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>
/// A C# literal in a formula: it takes the dtype of the tensor beside it, and loses nothing on the way.
/// </summary>
internal readonly record struct Literal(DType DType, double Number, long Integer = 0, double Imaginary = 0)
    : IConfigValue<Literal>
{
    public static Literal Of(int value) => new(DType.Int32, value, value);

    public static Literal Of(long value) =>
        new(value is >= int.MinValue and <= int.MaxValue ? DType.Int32 : DType.Int64, value, value);

    public static Literal Of(double value) => new(Keras.Config.Floatx(), value);

    public static Literal Of(bool value) => new(DType.Bool, value ? 1 : 0, value ? 1 : 0);

    public static Literal Of(Complex value) => new(DType.Complex64, value.Real, 0, value.Imaginary);

    /// <summary>The value as an integer: exact for integers, cut towards zero for others.</summary>
    public long ToInteger() => DType.IsInteger() || DType == DType.Bool ? Integer : (long)Number;

    /// <summary>Reads a number or a bool.</summary>
    public static Literal FromConfig(ConfigItem item) => item.Node is JsonValue value
        ? value.TryGetValue<bool>(out var boolean) ? Of(boolean)
            : value.TryGetValue<long>(out var integer) ? Of(integer)
            : Of(item.Read<double>())
        : throw item.Unfit("a number");

    /// <summary>A number or a bool, as Python writes it.</summary>
    public JsonNode? ToConfig() => ConfigValue.Write(
        DType == DType.Bool ? Number != 0 : DType.IsInteger() ? Integer : (object)Number);
}
