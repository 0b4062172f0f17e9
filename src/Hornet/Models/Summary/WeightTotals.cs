using System.Globalization;

namespace Hornet;

/// <summary>How many weights a model has, and how much memory they take: what stands below the table.</summary>
internal sealed class WeightTotals(Model model)
{
    private static readonly string[] s_units = ["B", "KB", "MB", "GB", "TB", "PB"];

    public override string ToString()
    {
        var optimizer = model is { Compiled: true, Optimizer: { Built: true } built } ? built.Variables : null;
        var (trainable, others) = (model.TrainableWeights, model.NonTrainableWeights);
        (string Name, IReadOnlyList<Variable>? Variables)[] lines =
        [
            ("Total", [.. trainable, .. others, .. optimizer ?? []]),
            ("Trainable", trainable),
            ("Non-trainable", others),
            ("Optimizer", optimizer),
        ];
        return string.Concat(lines.Where(line => line.Variables is not null)
            .Select(line => $" {line.Name} params: {Text(line.Variables!)}\n"));
    }

    private static string Text(IReadOnlyList<Variable> variables)
    {
        var count = variables.Sum(variable => variable.Shape.Size);
        var bits = variables.Distinct().Sum(variable => variable.Shape.Size * Bits(variable.DType));
        return string.Create(CultureInfo.InvariantCulture, $"{count:N0} ({Memory(bits / 8.0)})");
    }

    // Half a hundredth goes to the even one, as Python rounds it.
    private static string Memory(double bytes)
    {
        var unit = 0;
        for (; bytes >= 1024 && unit < s_units.Length - 1; unit++)
        {
            bytes /= 1024;
        }

        var rounded = Math.Round(bytes, 2, MidpointRounding.ToEven);
        return string.Create(CultureInfo.InvariantCulture, $"{rounded:F2} {s_units[unit]}");
    }

    private static long Bits(DType dtype) => dtype switch
    {
        DType.Bool => 1,
        DType.Int8 or DType.UInt8 or DType.Float8E4M3FN or DType.Float8E5M2 => 8,
        DType.Int16 or DType.UInt16 or DType.Float16 or DType.BFloat16 => 16,
        DType.Int64 or DType.UInt64 or DType.Float64 or DType.Complex64 => 64,
        DType.Complex128 => 128,
        _ => 32,
    };
}
