using System.Collections.Concurrent;
using Hornet.Native;

namespace Hornet;

/// <summary>A summation of two operands that is one product of matrices: of views, where their strides allow.</summary>
/// <remarks>
/// Each letter is either of both operands and summed over, or of one of them and of the result, which has those of one
/// operand before those of the other.
/// </remarks>
internal sealed class EinsumMatrices
{
    private static readonly ConcurrentDictionary<(string Subscripts, int X, int Y), EinsumMatrices?> s_plans = [];

    private readonly bool _isSwapped;
    private readonly int _sums;
    private readonly long[] _left; // the axes of the first matrix in their order, the summed ones last
    private readonly long[] _right; // those of the second, the summed ones first

    private EinsumMatrices(bool isSwapped, string left, string right, string output)
    {
        var summed = string.Concat(left.Where(letter => !output.Contains(letter)));
        var rows = output[..(left.Length - summed.Length)];
        _isSwapped = isSwapped;
        _sums = summed.Length;
        _left = Order(left, rows + summed);
        _right = Order(right, summed + output[rows.Length..]);
    }

    /// <summary>The result; null where it is no product of matrices, or an axis is broadcast.</summary>
    public static TensorHandle? Run(string subscripts, ReadOnlySpan<TensorHandle> inputs)
    {
        if (inputs.Length != 2 || !inputs[0].DType.IsFloating())
        {
            return null;
        }

        var (x, y) = (inputs[0], inputs[1]);
        var key = (subscripts, x.Sizes.Length, y.Sizes.Length);
        if (!s_plans.TryGetValue(key, out var plan))
        {
            plan = Plan(subscripts, Shape.FromSizes(x.Sizes), Shape.FromSizes(y.Sizes));
            s_plans.TryAdd(key, plan);
        }

        return plan is null ? null : plan._isSwapped ? plan.Multiply(y, x) : plan.Multiply(x, y);
    }

    private static EinsumMatrices? Plan(string subscripts, Shape x, Shape y)
    {
        var equation = EinsumEquation.Parse(subscripts, [x, y]);
        var (left, right, output) = (equation.Operands[0], equation.Operands[1], equation.Output);
        var isPlain = IsEachOnce(left) && IsEachOnce(right)
            && left.Concat(right).Distinct().All(letter =>
                left.Contains(letter) && right.Contains(letter) != output.Contains(letter)
                || !left.Contains(letter) && output.Contains(letter));
        if (!isPlain)
        {
            return null;
        }

        return IsFirst(left, output) ? new EinsumMatrices(isSwapped: false, left, right, output)
            : IsFirst(right, output) ? new EinsumMatrices(isSwapped: true, right, left, output)
            : null;
    }

    private static bool IsEachOnce(string letters) => letters.Distinct().Count() == letters.Length;

    private static bool IsFirst(string letters, string output)
    {
        var own = letters.Count(output.Contains);
        return output[..own].All(letters.Contains);
    }

    private static long[] Order(string letters, string order) =>
        [.. order.Select(letter => (long)letters.IndexOf(letter, StringComparison.Ordinal))];

    private TensorHandle? Multiply(TensorHandle left, TensorHandle right)
    {
        var kept = _left.Length - _sums;
        var (rows, sum, columns) = (1L, 1L, 1L);
        var sizes = new long[kept + _right.Length - _sums];
        for (var i = 0; i < _left.Length; i++)
        {
            var size = left.Sizes[(int)_left[i]];
            if (i < kept)
            {
                rows *= sizes[i] = size;
            }
            else if (right.Sizes[(int)_right[i - kept]] == size)
            {
                sum *= size;
            }
            else
            {
                return null;
            }
        }

        for (var i = _sums; i < _right.Length; i++)
        {
            columns *= sizes[kept + i - _sums] = right.Sizes[(int)_right[i]];
        }

        using var first = Matrix(left, _left, rows, sum);
        using var second = Matrix(right, _right, sum, columns);
        using var product = Aten.Mm(first, second);
        return RowMajor.Reshape(product, sizes);
    }

    private static TensorHandle Matrix(TensorHandle x, long[] order, long rows, long columns)
    {
        using var ordered = Aten.Permute(x, order);
        return RowMajor.Reshape(ordered, rows, columns);
    }
}
