using System.Globalization;
using System.Text;

namespace Hornet;

/// <summary>Tensors as debuggers and logs show them: the spec, then the elements, cut in the middle.</summary>
internal static class TensorText
{
    private const int MostElements = 1000;
    private const int EdgeElements = 3;

    public static string Of(Tensor tensor)
    {
        var text = new StringBuilder($"{tensor.Spec} ");
        Append(text, tensor.ToArray(), tensor.Shape, axis: 0, offset: 0, cut: tensor.Shape.Size > MostElements);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Array elements, Shape shape, int axis, long offset, bool cut)
    {
        if (axis == shape.Rank)
        {
            text.Append(Text(ElementAt(elements, shape, offset)));
            return;
        }

        var size = shape[axis]!.Value;
        var stride = shape[(axis + 1)..].Size;
        text.Append('[');
        for (var i = 0; i < size; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty);
            if (cut && i == EdgeElements && size > 2 * EdgeElements)
            {
                text.Append("..., ");
                i = size - EdgeElements;
            }

            Append(text, elements, shape, axis + 1, offset + (i * stride), cut);
        }

        text.Append(']');
    }

    private static object? ElementAt(Array elements, Shape shape, long offset)
    {
        var index = new long[Math.Max(shape.Rank, 1)];
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            (offset, index[axis]) = Math.DivRem(offset, shape[axis]!.Value);
        }

        return elements.GetValue(index);
    }

    private static string Text(object? element) => element switch
    {
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"{element}"),
    };
}
