namespace Hornet.Serialization;

/// <summary>Enum members by Keras's names: <c>ChannelsLast</c> is <c>channels_last</c>.</summary>
internal static class EnumNames
{
    public static string Of(Enum member) => member is DType dtype ? Of(dtype) : KerasCase.OfClass(member.ToString());

    /// <summary>Keras's name of a dtype, which no rule of case gives.</summary>
    public static string Of(DType dtype) => dtype switch
    {
        DType.Float8E4M3FN => "float8_e4m3fn",
        DType.Float8E5M2 => "float8_e5m2",
        _ => dtype.ToString().ToLowerInvariant(),
    };

    /// <summary>The member with a name, which Keras takes in capitals too; null where there is none.</summary>
    public static object? Find(Type type, string name) => Enum.GetNames(type)
        .Select(member => Enum.Parse(type, member))
        .FirstOrDefault(member => string.Equals(Of((Enum)member), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What may be written for an enum.</summary>
    public static string Choices(Type type) =>
        string.Join(", ", Enum.GetNames(type).Select(member => $"\"{Of((Enum)Enum.Parse(type, member))}\""));
}
