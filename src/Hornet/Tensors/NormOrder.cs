using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Which norm: a number, of matrices also <c>"fro"</c> or <c>"nuc"</c>. Converts from all of them.</summary>
/// <example><code>
/// var longest = Ops.Norm(x, ord: double.PositiveInfinity, axis: -1);
/// var nuclear = Ops.Norm(x, ord: "nuc");
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Ops.Norm has the word.")]
public readonly record struct NormOrder : IConfigValue<NormOrder>
{
    private readonly bool _isWhole;

    private NormOrder(double number, bool isWhole) => (Number, _isWhole) = (number, isWhole);

    private NormOrder(string name) => (Name, Number) = (name, double.NaN);

    /// <summary>The number; not a number where the norm has a name.</summary>
    public double Number { get; }

    /// <summary><c>fro</c> or <c>nuc</c>; null where the norm is a number.</summary>
    public string? Name { get; }

    /// <summary>The norm of a number.</summary>
    public static implicit operator NormOrder(int number) => new(number, isWhole: true);

    /// <summary>The norm of a number: infinite ones too.</summary>
    public static implicit operator NormOrder(double number) => new(number, isWhole: false);

    /// <summary>The Frobenius norm or the nuclear norm.</summary>
    /// <exception cref="ArgumentException">There is no norm of this name.</exception>
    public static implicit operator NormOrder(string name) => name is "fro" or "nuc" ? new(name)
        : throw new ArgumentException($"Norm: expected ord to be a number, 'fro' or 'nuc'. Received: ord='{name}'.");

    /// <summary>Reads a number or a name.</summary>
    public static NormOrder FromConfig(ConfigItem item) => item.Node is not JsonValue value
        ? throw item.Unfit("a number, 'fro' or 'nuc'")
        : value.TryGetValue<string>(out var name) && name is "fro" or "nuc" ? name!
        : value.TryGetValue<int>(out var whole) ? (NormOrder)whole // not a double
        : item.Read<double>();

    /// <summary>The number or the name.</summary>
    public JsonNode? ToConfig() => ConfigValue.Write(Name ?? (_isWhole ? (int)Number : (object)Number));

    /// <summary>The number or the name.</summary>
    public override string ToString() => Name ?? Number.ToString(CultureInfo.InvariantCulture);
}
