using System.Runtime.InteropServices;
using System.Text;

namespace Hornet.Native;

/// <summary>Makes the values on libtorch's stack that are pointers: libtorch owns what it receives.</summary>
internal static unsafe class Slots
{
    private static readonly Lazy<nint> s_newBox = new(() =>
        LibTorch.TryGetExport("torch_new_stable_ivalue", out var address) ? address : 0);

    public static ulong Reference(TensorHandle tensor) =>
        (ulong)new TensorHandle(tensor.Torch).NewReference().Pointer;

    /// <summary>An element of a <c>Tensor?[]</c>.</summary>
    public static ulong Optional(TensorHandle? tensor) => tensor is { } given ? Box(Reference(given)) : 0;

    public static ulong List<T>(ReadOnlySpan<T> items, Func<T, ulong> toSlot)
    {
        _ = Exports.torch_new_list_reserve_size((nuint)items.Length, out var list);
        foreach (var item in items)
        {
            _ = Exports.torch_list_push_back(list, toSlot(item));
        }

        return (ulong)list;
    }

    public static ulong Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* data = bytes)
        {
            _ = Exports.torch_new_string_handle(data, (nuint)bytes.Length, out var handle);
            return (ulong)handle;
        }
    }

    /// <summary>An optional value that is given. Later versions of libtorch allocate it themselves.</summary>
    public static ulong Box(ulong value)
    {
        ulong* box;
        if (s_newBox.Value == 0)
        {
            box = (ulong*)NativeMemory.Alloc(sizeof(ulong));
        }
        else
        {
            _ = ((delegate* unmanaged<ulong**, int>)s_newBox.Value)(&box);
        }

        *box = value;
        return (ulong)box;
    }
}
