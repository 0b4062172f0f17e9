using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Numbers at equal distances, from a start up to but without a stop.</summary>
    /// <param name="start">The first number; the stop, if that is null: then the first is 0.</param>
    /// <param name="stop">Where the numbers end.</param>
    /// <param name="step">The distance, which may be negative; 1 where null.</param>
    /// <param name="dtype">The dtype; where null what the arguments promote to: int32 of integers.</param>
    /// <example><code>var indices = Ops.Arange(0, 10, 2); // 0, 2, 4, 6, 8</code></example>
    public static Tensor Arange(Tensor start, Tensor? stop = null, Tensor? step = null, DType? dtype = null)
    {
        Tensor[] given = [.. new[] { start, stop, step }.OfType<Tensor>()];
        var type = dtype ?? Promotion.Common(given);
        if (type == DType.Bool)
        {
            throw new ArgumentException("Arange: expected a dtype of numbers. Received: bool.", nameof(dtype));
        }

        var (first, last) = stop is null ? (0, Number(start)) : (Number(start), Number(stop));
        var delta = step is null ? 1 : Number(step);
        return delta != 0 ? new EagerTensor(Arithmetic(first, delta, Count(first, last, delta), type))
            : throw new ArgumentException("Arange: expected a step other than 0. Received: 0.", nameof(step));
    }

    private static int Count(double start, double stop, double step) =>
        checked((int)Math.Max(Math.Ceiling((stop - start) / step), 0));

    private static double Number(Tensor tensor)
    {
        if (tensor is not EagerTensor)
        {
            throw new InvalidOperationException(
                $"Arange: expected numbers that are there. Received: {tensor}, which has no data, and the result's " +
                "size would depend on it. Use a number, or an eager tensor.");
        }

        return tensor.Shape.Size == 1 && !tensor.DType.IsComplex() ? Cast(tensor, DType.Float64).Item<double>()
            : throw new ShapeException("Arange", "real numbers, or tensors of one", $"{tensor.Spec}");
    }

    // As NumPy does: the first two numbers are rounded to the dtype, the others follow from them.
    private static TensorHandle Arithmetic(double start, double step, int count, DType dtype)
    {
        if (dtype == DType.Float64)
        {
            return Filled(count, dtype, start, start + step, i => i);
        }

        if (dtype.IsFloating())
        {
            using var single = Filled(count, DType.Float32, (float)start, (float)(start + step), i => i);
            return dtype == DType.Float32 ? single.NewReference() : RowMajor.Copy(single, dtype);
        }

        using var integers = Filled(count, DType.Int64, (long)start, (long)(start + step), i => i);
        return RowMajor.Copy(integers, dtype);
    }

    private static TensorHandle Filled<T>(int count, DType dtype, T first, T second, Func<int, T> convert)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var filled = TensorHandle.Empty(dtype, [count]);
        var elements = filled.Elements<T>();
        var delta = second - first;
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = first + (convert(i) * delta);
        }

        return filled;
    }
}
