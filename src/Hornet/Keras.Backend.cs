namespace Hornet;

/// <content>What Keras says of its backend.</content>
public static partial class Keras
{
    /// <summary>Keras's rules for dtypes: <c>keras.backend</c>.</summary>
    public static class Backend
    {
        /// <summary>The dtype that operands of these dtypes are brought to, by Keras's own table.</summary>
        /// <remarks>
        /// The table has no 64 bits: int64 becomes int32. Ops keep the 64 bits of a tensor that has them.
        /// </remarks>
        /// <param name="dtypes">Dtypes, their names, or types of .NET, of which int and float are weak.</param>
        /// <exception cref="ArgumentException">One is no dtype, or no dtype holds them all.</exception>
        /// <example><code>
        /// Console.WriteLine(Keras.Backend.ResultType("bfloat16", typeof(int))); // BFloat16
        /// </code></example>
        public static DType ResultType(params ReadOnlySpan<DTypeLike> dtypes)
        {
            if (dtypes.IsEmpty)
            {
                return Config.Floatx();
            }

            var resolved = new (DType DType, bool IsWeak)[dtypes.Length];
            for (var i = 0; i < resolved.Length; i++)
            {
                resolved[i] = (dtypes[i].Resolve(), dtypes[i].IsWeak);
                if (resolved[i].DType.IsFloat8())
                {
                    throw new ArgumentException(
                        "Expected dtypes that convert into each other; float8 converts into no other by itself. " +
                        $"Received: {string.Join(", ", dtypes.ToArray())}. Cast the tensor first with Ops.Cast.");
                }
            }

            return Promotion.ResultType(resolved);
        }

        /// <summary>The dtype that is meant by a name, by a type of .NET, or by nothing: floatx.</summary>
        /// <exception cref="ArgumentException">There is no such dtype.</exception>
        /// <example><code>var dtype = Keras.Backend.StandardizeDtype("bfloat16");</code></example>
        public static DType StandardizeDtype(DTypeLike dtype) => dtype.Resolve();

        /// <summary>Whether the elements are floating-point numbers: float8 too, complex numbers not.</summary>
        /// <exception cref="ArgumentException">There is no such dtype.</exception>
        public static bool IsFloatDtype(DTypeLike dtype) => dtype.Resolve().IsFloating();

        /// <summary>Whether the elements are integers, signed or not: bools not.</summary>
        /// <exception cref="ArgumentException">There is no such dtype.</exception>
        public static bool IsIntDtype(DTypeLike dtype) => dtype.Resolve().IsInteger();

        /// <summary>Whether a value is a symbolic tensor: <c>Keras.Utils.IsKerasTensor</c>.</summary>
        /// <param name="x">Any value.</param>
        public static bool IsKerasTensor(object? x) => x is KerasTensor;

        /// <summary>The dtype of floating-point numbers: <see cref="Config.Floatx"/>.</summary>
        public static DType Floatx() => Config.Floatx();

        /// <summary>The small number that keeps divisors from zero: <see cref="Config.Epsilon"/>.</summary>
        public static double Epsilon() => Config.Epsilon();

        /// <summary>Where images have their channels: <see cref="Config.ImageDataFormat"/>.</summary>
        public static string ImageDataFormat() => Config.ImageDataFormat();

        /// <summary>How often a prefix was asked for: 1, then 2, and so on, until the session is cleared.</summary>
        public static int GetUid(string prefix = "") => Session.Current.CountName(prefix) + 1;
    }
}
