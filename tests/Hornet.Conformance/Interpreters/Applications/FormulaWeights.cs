namespace Hornet.Conformance;

/// <summary>The weights and images that cases of applications make by a formula, so that none are stored.</summary>
internal static class FormulaWeights
{
    private const int Image = 123456;

    /// <summary>Gives each weight of a model its values.</summary>
    public static void Set(Model model)
    {
        for (var k = 0; k < model.Weights.Count; k++)
        {
            var weight = model.Weights[k];
            int[] axes = [.. weight.Shape.Select(axis => axis!.Value)];
            var name = weight.Path[(weight.Path.LastIndexOf('/') + 1)..];
            var (shift, scale) = name is "gamma" or "moving_variance" or "variance" ? (1.0, 0.4)
                : axes.Length >= 2 ? (0, Math.Sqrt(18.0 / Fan(name, axes)))
                : (0, 0.2);
            var values = new float[axes.Aggregate(1, (size, axis) => size * axis)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)(shift + (scale * (Hash(k, i) - 0.5)));
            }

            weight.Assign(Tensor.From(weight.Shape, values));
        }
    }

    /// <summary>Images of whole numbers from 0 to 255.</summary>
    public static Tensor Images(Shape shape)
    {
        var values = new float[shape.Aggregate(1, (size, axis) => size * axis!.Value)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)Math.Round(255 * Hash(Image, i), MidpointRounding.ToEven);
        }

        return Tensor.From(shape, values);
    }

    private static int Fan(string name, int[] axes) =>
        name.Contains("depthwise", StringComparison.Ordinal) || axes is [.., 1] and { Length: 4 }
            ? axes[0] * axes[1]
            : axes.Aggregate(1, (size, axis) => size * axis) / axes[^1];

    // A number in [0, 1) of the bits of both, as the recording mixed them.
    private static double Hash(int k, int i)
    {
        unchecked
        {
            var h = ((uint)i * 2654435761u) + (((uint)k * 40503u) + 977u);
            h ^= h >> 16;
            h *= 0x85EBCA6Bu;
            h ^= h >> 13;
            h *= 0xC2B2AE35u;
            h ^= h >> 16;
            return h / 4294967296.0;
        }
    }
}
