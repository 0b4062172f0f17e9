using System.Numerics;

namespace Hornet.Testing;

/// <summary>Complex numbers: the real part, then the imaginary one.</summary>
internal sealed class ComplexCodec(string name, FloatCodec part)
    : ElementCodec(name, 2 * part.Size, ElementKind.Complex)
{
    /// <summary>The codec of the real and the imaginary part.</summary>
    public FloatCodec Part => part;

    public override Complex ReadComplex(ReadOnlySpan<byte> element) =>
        new(part.ReadDouble(element), part.ReadDouble(element[part.Size..]));
}

/// <summary>Text, which is kept as .NET's strings and has no bytes here.</summary>
internal sealed class TextCodec() : ElementCodec("string", 0, ElementKind.Text);
