using System.Runtime.CompilerServices;

namespace Hornet.Regularizers;

/// <summary>What the factors of penalties must be.</summary>
internal static class Factors
{
    public static double Require(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < double.PositiveInfinity ? value : throw new ArgumentException(
            $"Expected {name} to be 0 or positive, and finite. Received: {value}.", name);

    /// <summary>A factor that Keras keeps as a tensor: of floatx, as its configuration shows.</summary>
    public static double Tensor(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Keras.Config.Floatx() switch
        {
            DType.Float64 => Require(value, name),
            DType.Float16 => (double)(Half)Require(value, name),
            _ => (float)Require(value, name),
        };
}
