using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Hornet;

/// <summary>A dtype in any form in which Keras takes one: a <see cref="DType"/>, its name, a type of .NET.</summary>
/// <remarks>
/// Of .NET's types <c>int</c> and <c>long</c>, <c>float</c> and <c>double</c> are weak, as Python's <c>int</c> and
/// <c>float</c> are: they give way to tensors. The default is <see cref="Keras.Config.Floatx"/>.
/// </remarks>
/// <example><code>
/// DTypeLike[] same = [DType.Float32, "float32", typeof(float), default];
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Keras.Backend.StandardizeDtype has the word.")]
public readonly record struct DTypeLike
{
    private readonly object? _value;

    private DTypeLike(object? value) => _value = value;

    /// <summary>Whether it gives way to the dtypes of tensors.</summary>
    internal bool IsWeak => _value is Type type
        && (type == typeof(int) || type == typeof(long) || type == typeof(float) || type == typeof(double));

    /// <summary>A dtype.</summary>
    public static implicit operator DTypeLike(DType dtype) => new(dtype);

    /// <summary>A dtype by its Keras name.</summary>
    public static implicit operator DTypeLike(string? name) => new(name);

    /// <summary>The dtype of a type of .NET.</summary>
    public static implicit operator DTypeLike(Type? type) => new(type);

    /// <summary>As it was given.</summary>
    public override string ToString() => _value switch
    {
        null => "None",
        DType dtype => dtype.KerasName(),
        Type type => type.Name,
        var name => $"'{name}'",
    };

    /// <summary>The dtype that is meant.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal DType Resolve() => _value switch
    {
        null => Keras.Config.Floatx(),
        DType dtype => dtype,
        Type type => OfType(type) ?? throw new ArgumentException(
            $"Invalid dtype. Expected the type of a tensor's elements. Received: {type}."),
        "float" => throw new ArgumentException(
            "Invalid dtype. Expected a dtype of one width, such as 'float32'. Received: 'float'."),
        var name => DTypes.Parse((string)name),
    };

    // C#'s literals come in two widths; to Keras both are one.
    private static DType? OfType(Type type) =>
        type == typeof(double) ? DType.Float32
        : type == typeof(long) ? DType.Int32
        : type == typeof(Complex) ? DType.Complex64
        : DTypes.Of(type);
}
