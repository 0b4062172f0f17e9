namespace Hornet.Native;

/// <summary>Between our small enumerations and libtorch's numbers, which only libtorch knows.</summary>
internal static class EnumCodes
{
    public static int ToCode(DeviceType type) => type switch
    {
        DeviceType.Cpu => Exports.aoti_torch_device_type_cpu(),
        DeviceType.Cuda => Exports.aoti_torch_device_type_cuda(),
        _ => Exports.aoti_torch_device_type_meta(),
    };

    public static DeviceType ToDeviceType(int code) =>
        Enum.GetValues<DeviceType>().Where(type => ToCode(type) == code).Cast<DeviceType?>().FirstOrDefault()
        ?? throw new NotSupportedException($"Expected a device that Hornet knows. Received: number {code}.");

    public static int ToCode(MemoryFormat format) => format switch
    {
        MemoryFormat.Contiguous => Exports.aoti_torch_memory_format_contiguous_format(),
        MemoryFormat.ChannelsLast => Exports.aoti_torch_memory_format_channels_last(),
        MemoryFormat.ChannelsLast3D => Exports.aoti_torch_memory_format_channels_last_3d(),
        _ => Exports.aoti_torch_memory_format_preserve_format(),
    };
}
