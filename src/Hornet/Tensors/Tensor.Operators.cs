using System.Diagnostics.CodeAnalysis;

namespace Hornet;

/// <content>The operators: NumPy's and Keras's. <c>==</c> stays .NET's, so that tensors can be keys.</content>
[SuppressMessage("Usage", "CA2225", Justification = "Ops has the words.")]
public abstract partial class Tensor
{
    /// <inheritdoc cref="Ops.Add"/>
    public static Tensor operator +(Tensor x1, Tensor x2) => Ops.Add(x1, x2);

    /// <inheritdoc cref="Ops.Subtract"/>
    public static Tensor operator -(Tensor x1, Tensor x2) => Ops.Subtract(x1, x2);

    /// <inheritdoc cref="Ops.Multiply"/>
    public static Tensor operator *(Tensor x1, Tensor x2) => Ops.Multiply(x1, x2);

    /// <inheritdoc cref="Ops.Divide"/>
    public static Tensor operator /(Tensor x1, Tensor x2) => Ops.Divide(x1, x2);

    /// <inheritdoc cref="Ops.Mod"/>
    public static Tensor operator %(Tensor x1, Tensor x2) => Ops.Mod(x1, x2);

    /// <inheritdoc cref="Ops.Negative"/>
    public static Tensor operator -(Tensor x) => Ops.Negative(x);

    /// <inheritdoc cref="Ops.Less"/>
    public static Tensor operator <(Tensor x1, Tensor x2) => Ops.Less(x1, x2);

    /// <inheritdoc cref="Ops.Greater"/>
    public static Tensor operator >(Tensor x1, Tensor x2) => Ops.Greater(x1, x2);

    /// <inheritdoc cref="Ops.LessEqual"/>
    public static Tensor operator <=(Tensor x1, Tensor x2) => Ops.LessEqual(x1, x2);

    /// <inheritdoc cref="Ops.GreaterEqual"/>
    public static Tensor operator >=(Tensor x1, Tensor x2) => Ops.GreaterEqual(x1, x2);

    /// <inheritdoc cref="Ops.BitwiseAnd"/>
    public static Tensor operator &(Tensor x1, Tensor x2) => Ops.BitwiseAnd(x1, x2);

    /// <inheritdoc cref="Ops.BitwiseOr"/>
    public static Tensor operator |(Tensor x1, Tensor x2) => Ops.BitwiseOr(x1, x2);

    /// <inheritdoc cref="Ops.BitwiseXor"/>
    public static Tensor operator ^(Tensor x1, Tensor x2) => Ops.BitwiseXor(x1, x2);

    /// <inheritdoc cref="Ops.BitwiseNot"/>
    public static Tensor operator ~(Tensor x) => Ops.BitwiseNot(x);
}
