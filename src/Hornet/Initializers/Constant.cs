using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>One number everywhere.</summary>
/// <example><code>var values = new Constant(0.1).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers")]
public sealed partial class Constant : Initializer
{
    private readonly EagerTensor _value;

    /// <summary>Makes the initializer.</summary>
    /// <param name="value">A number or a bool; 0 where null.</param>
    /// <exception cref="ArgumentException">The value is not one number.</exception>
    public Constant(Tensor? value = null)
    {
        value ??= 0.0;
        _value = value is EagerTensor { Rank: 0 } scalar && scalar.DType != DType.String
            ? new EagerTensor(scalar.Handle.NewReference(), scoped: false) { Literal = scalar.Literal }
            : throw new ArgumentException($"Expected a number or a bool. Received: value={value}.", nameof(value));
        GC.KeepAlive(value);
    }

    /// <summary>The number.</summary>
    public Tensor Value => _value;

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null)
    {
        var type = dtype ?? Keras.Config.Floatx();
        var number = Ops.Cast(_value, DType.Float64).Item<double>();
        return !type.IsInteger() || Fits(number, type) ? Ops.Full(shape, Ops.Cast(_value, type), type)
            : throw new ArgumentException(
                $"Expected a value that the dtype {type.KerasName()} can hold. Received: value={number}.",
                nameof(dtype));
    }

    /// <inheritdoc/>
    public override JsonObject GetConfig() => new()
    {
        ["value"] = ConfigValue.Write(
            _value.DType == DType.Bool ? _value.Item<bool>()
            : _value.DType.IsInteger() ? (object)Ops.Cast(_value, DType.Int64).Item<long>()
            : _value.Literal?.Number ?? Ops.Cast(_value, DType.Float64).Item<double>()),
    };

    internal static Constant FromConfig(ConfigReader config)
    {
        var value = config.Read("value", (object)0.0, item => item.Read<object>());
        config.Finish();
        return new Constant(value switch
        {
            bool flag => flag,
            long number => number,
            double number => number,
            _ => throw new ArgumentException($"Expected a number or a bool. Received: {value}."),
        });
    }

    private static bool Fits(double number, DType dtype)
    {
        var bits = 8 * Native.DTypeCodes.SizeOf(dtype);
        return dtype.IsUnsigned()
            ? number > -1 && number < Math.ScaleB(1, bits)
            : number >= -Math.ScaleB(1, bits - 1) && number < Math.ScaleB(1, bits - 1);
    }
}
