namespace Hornet;

public static partial class Ops
{
    /// <summary>The kinds of elements that an op takes.</summary>
    [Flags]
    private enum Kinds
    {
        None = 0,
        Bool = 1,
        Integer = 2,
        Floating = 4,
        Complex = 8,
        Float8 = 16,
        Whole = Bool | Integer,
        AnyFloat = Floating | Float8,
        Real = Whole | AnyFloat,
        Any = Real | Complex,
    }

    private static Kinds KindOf(DType dtype) =>
        dtype.IsFloat8() ? Kinds.Float8
        : dtype.IsFloating() ? Kinds.Floating
        : dtype.IsInteger() ? Kinds.Integer
        : dtype.IsComplex() ? Kinds.Complex
        : dtype == DType.Bool ? Kinds.Bool
        : Kinds.None;

    private static bool Has(this Kinds kinds, DType dtype) => (kinds & KindOf(dtype)) != 0;

    /// <summary>The dtype in which an op computes that knows no bools.</summary>
    private static DType NotBool(DType dtype) => dtype == DType.Bool ? DType.Int32 : dtype;

    /// <summary>Refuses elements of a kind that an op does not take.</summary>
    private static void Require(string operation, Kinds kinds, string name, TensorSpec x)
    {
        if (!kinds.Has(x.DType))
        {
            throw new ShapeException(operation, $"a tensor of {Words(kinds)}", $"{name}={x}");
        }
    }

    private static string Words(Kinds kinds) => kinds switch
    {
        Kinds.Any => "numbers",
        Kinds.Any & ~Kinds.Bool => "numbers, not of bools",
        Kinds.Real => "real numbers",
        Kinds.Real & ~Kinds.Bool => "real numbers, not of bools",
        Kinds.Whole => "integers or bools",
        Kinds.Integer => "integers",
        Kinds.AnyFloat => "real floats",
        Kinds.Floating => "real floats, not of float8",
        Kinds.Any & ~Kinds.Float8 => "numbers, not of float8",
        Kinds.Real & ~Kinds.Float8 => "real numbers, not of float8",
        _ => "floats",
    };
}
