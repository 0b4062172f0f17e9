using System.Numerics;

namespace Hornet.Testing;

/// <summary>An array that was computed, as a comparison with a reference case needs it.</summary>
public interface IActualArray
{
    /// <summary>Keras's name of the dtype: <c>float32</c>.</summary>
    string DType { get; }

    /// <summary>The sizes of the axes.</summary>
    IReadOnlyList<int> Shape { get; }

    /// <summary>The elements of an array of real numbers in row-major order.</summary>
    double[] ToDoubles();

    /// <summary>The elements of an array of integers or bools; of <c>uint64</c> the bits as they are.</summary>
    long[] ToInt64s();

    /// <summary>The elements of an array of complex numbers.</summary>
    Complex[] ToComplexes();

    /// <summary>The elements of an array of strings.</summary>
    string[] ToStrings();
}

/// <summary>A symbolic tensor that was inferred.</summary>
public interface IActualSpec
{
    /// <summary>Keras's name of the dtype.</summary>
    string DType { get; }

    /// <summary>The sizes of the axes, null where unknown.</summary>
    IReadOnlyList<int?> Shape { get; }
}
