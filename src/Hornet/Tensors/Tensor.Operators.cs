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

    /// <inheritdoc cref="Ops.TrueDivide"/>
    public static Tensor operator /(Tensor x1, Tensor x2) => Ops.TrueDivide(x1, x2);

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

    /// <summary>Of integers the conjunction of the bits; of bools and symbolic tensors whether both are true.</summary>
    public static Tensor operator &(Tensor x1, Tensor x2) =>
        IsLogical(x1, x2) ? Ops.LogicalAnd(x1, x2) : Ops.BitwiseAnd(x1, x2);

    /// <summary>Of integers the disjunction of the bits; of bools and symbolic tensors if either is true.</summary>
    public static Tensor operator |(Tensor x1, Tensor x2) =>
        IsLogical(x1, x2) ? Ops.LogicalOr(x1, x2) : Ops.BitwiseOr(x1, x2);

    /// <summary>Of integers the bits that differ; of bools and symbolic tensors whether just one is true.</summary>
    public static Tensor operator ^(Tensor x1, Tensor x2) =>
        IsLogical(x1, x2) ? Ops.LogicalXor(x1, x2) : Ops.BitwiseXor(x1, x2);

    /// <summary>Of integers the complement of the bits; of bools and symbolic tensors whether it is false.</summary>
    public static Tensor operator ~(Tensor x) => IsLogical(x, x) ? Ops.LogicalNot(x) : Ops.BitwiseNot(x);

    // Keras's symbolic tensors know the logical operators only; its arrays have NumPy's, which are bit by bit.
    private static bool IsLogical(Tensor x1, Tensor x2)
    {
        ArgumentNullException.ThrowIfNull(x1);
        ArgumentNullException.ThrowIfNull(x2);
        return x1 is KerasTensor || x2 is KerasTensor || (x1.DType == DType.Bool && x2.DType == DType.Bool);
    }
}
