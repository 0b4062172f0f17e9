namespace Hornet.Native;

/// <summary>Where a tensor's elements lie. <see cref="Meta"/> has shapes only, and computes nothing.</summary>
internal enum DeviceType
{
    Cpu,
    Cuda,
    Meta,
}
