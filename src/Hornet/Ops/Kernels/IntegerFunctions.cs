using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>The quotient, rounded down; 0 where the divisor is.</summary>
internal readonly struct FloorQuotient : IIntegerFunction
{
    static T IIntegerFunction.Of<T>(T x, T y)
    {
        if (T.IsZero(y))
        {
            return T.Zero;
        }

        if (IntegerFunctions.IsMinusOne(y))
        {
            return T.Zero - x; // the processor stops at the quotient of the smallest integer
        }

        var (quotient, remainder) = T.DivRem(x, y);
        return T.IsZero(remainder) || T.IsNegative(remainder) == T.IsNegative(y) ? quotient : quotient - T.One;
    }
}

/// <summary>The remainder with the sign of the divisor; 0 where the divisor is.</summary>
internal readonly struct FloorRemainder : IIntegerFunction
{
    static T IIntegerFunction.Of<T>(T x, T y)
    {
        var remainder = IntegerFunctions.Remainder(x, y);
        return T.IsZero(remainder) || T.IsNegative(remainder) == T.IsNegative(y) ? remainder : remainder + y;
    }
}

/// <summary>The remainder with the sign of the dividend; 0 where the divisor is.</summary>
internal readonly struct TruncatedRemainder : IIntegerFunction
{
    static T IIntegerFunction.Of<T>(T x, T y) => IntegerFunctions.Remainder(x, y);
}

/// <summary>The bits moved up; none are left of a move by their number or more.</summary>
internal readonly struct ShiftUp : IIntegerFunction
{
    static T IIntegerFunction.Of<T>(T x, T y) =>
        IntegerFunctions.IsWithin(y) ? x << int.CreateTruncating(y) : T.Zero;
}

/// <summary>The bits moved down; copies of the sign are left of a move by their number or more.</summary>
internal readonly struct ShiftDown : IIntegerFunction
{
    static T IIntegerFunction.Of<T>(T x, T y) =>
        IntegerFunctions.IsWithin(y) ? x >> int.CreateTruncating(y) : T.IsNegative(x) ? T.Zero - T.One : T.Zero;
}

internal static class IntegerFunctions
{
    public static T Remainder<T>(T x, T y)
        where T : unmanaged, System.Numerics.IBinaryInteger<T> => T.IsZero(y) || IsMinusOne(y) ? T.Zero : x % y;

    public static bool IsMinusOne<T>(T y)
        where T : unmanaged, System.Numerics.IBinaryInteger<T> => T.IsNegative(y) && T.IsZero(y + T.One);

    public static bool IsWithin<T>(T shift)
        where T : unmanaged, System.Numerics.IBinaryInteger<T> =>
        !T.IsNegative(shift) && shift < T.CreateTruncating(Unsafe.SizeOf<T>() * 8);
}
