namespace Hornet;

/// <summary>Keras's top-level functions; <c>using static Hornet.Keras</c> gives plain <c>Input(...)</c>.</summary>
public static partial class Keras
{
    /// <summary>Keras's global settings: <c>keras.config</c>.</summary>
    public static class Config
    {
        /// <summary>The dtype of weights and of float literals: float32 where it was not set.</summary>
        public static DType Floatx() => Session.Current.Floatx;

        /// <summary>Sets the dtype of weights and of float literals.</summary>
        /// <param name="value">float16, bfloat16, float32 or float64.</param>
        /// <exception cref="ArgumentException">The dtype is another.</exception>
        public static void SetFloatx(DType value) => Session.Current.Floatx =
            value is DType.Float16 or DType.BFloat16 or DType.Float32 or DType.Float64 ? value
            : throw new ArgumentException(
                $"Expected one of: float16, bfloat16, float32, float64. Received: {value.KerasName()}.", nameof(value));

        /// <summary>The small number that keeps divisions and logarithms finite: 1e-7 where it was not set.</summary>
        public static double Epsilon() => Session.Current.Epsilon;

        /// <summary>Sets the small number that keeps divisions and logarithms finite.</summary>
        public static void SetEpsilon(double value) => Session.Current.Epsilon = value;

        /// <summary>Where images have their channels: <c>channels_last</c> where it was not set.</summary>
        public static string ImageDataFormat() => Session.Current.ImageDataFormat;

        /// <summary>Sets where images have their channels.</summary>
        /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
        /// <exception cref="ArgumentException">The text is another.</exception>
        public static void SetImageDataFormat(string dataFormat)
        {
            ArgumentNullException.ThrowIfNull(dataFormat);
            Session.Current.ImageDataFormat = StandardizeDataFormat(dataFormat);
        }

        /// <summary>The policy of layers that were given none: floatx where it was not set.</summary>
        public static DTypePolicy DtypePolicy() =>
            Session.Current.DTypePolicy ?? new DTypePolicy(Session.Current.Floatx.KerasName());

        /// <summary>Sets the policy of layers that are given none.</summary>
        public static void SetDtypePolicy(DTypePolicy policy) => Session.Current.DTypePolicy = policy;

        /// <summary>A data format that is valid, or the global one where null.</summary>
        internal static string StandardizeDataFormat(string? dataFormat) => dataFormat?.ToLowerInvariant() switch
        {
            null => Session.Current.ImageDataFormat,
            "channels_last" => "channels_last",
            "channels_first" => "channels_first",
            _ => throw new ArgumentException(
                $"Expected data_format to be 'channels_last' or 'channels_first'. Received: '{dataFormat}'."),
        };
    }
}
