using System.Text;

namespace Hornet.Native;

/// <summary>Calls an ATen op by its schema's name and overload.</summary>
/// <remarks>
/// Every argument of the schema is given, in order and of its type: the ABI knows no defaults and checks nothing, and
/// a missing tensor ends the process. So each call stands in a primitive whose contract test makes it.
/// </remarks>
/// <example><code>Aten.Call("aten::softmax"u8, "int"u8, x, -1L, Argument.None)</code></example>
internal static unsafe partial class Aten
{
    private const int MostSlots = 32;

    [ThreadStatic]
    private static bool t_gradientsAreOff;

    /// <summary>Calls an op that gives one tensor.</summary>
    public static TensorHandle Call(
        ReadOnlySpan<byte> op, ReadOnlySpan<byte> overload, params ReadOnlySpan<Argument> arguments)
    {
        Span<ulong> stack = stackalloc ulong[MostSlots];
        Dispatch(op, overload, arguments, stack);
        return new TensorHandle((nint)stack[0]);
    }

    /// <summary>Calls an op that gives a tuple of tensors, and fills <paramref name="results"/>.</summary>
    public static void CallMany(
        ReadOnlySpan<byte> op,
        ReadOnlySpan<byte> overload,
        Span<TensorHandle> results,
        params ReadOnlySpan<Argument> arguments)
    {
        Span<ulong> stack = stackalloc ulong[MostSlots];
        Dispatch(op, overload, arguments, stack);
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new TensorHandle((nint)stack[i]);
        }
    }

    /// <summary>Calls an op that gives a <c>Tensor[]</c>, and fills <paramref name="results"/>.</summary>
    public static void CallList(
        ReadOnlySpan<byte> op,
        ReadOnlySpan<byte> overload,
        Span<TensorHandle> results,
        params ReadOnlySpan<Argument> arguments)
    {
        Span<ulong> stack = stackalloc ulong[MostSlots];
        Dispatch(op, overload, arguments, stack);
        var list = (nint)stack[0];
        _ = Exports.torch_list_size(list, out var count);
        for (var i = 0; i < (int)count; i++)
        {
            _ = Exports.torch_list_get_item(list, (nuint)i, out var item);
            var result = new TensorHandle((nint)item);
            if (i < results.Length)
            {
                results[i] = result;
            }
            else
            {
                result.Dispose();
            }
        }

        _ = Exports.torch_delete_list(list);
        if ((int)count != results.Length)
        {
            throw new LibTorchException(
                Name(op, overload), Join(arguments), $"Expected {results.Length} results. Received: {count}.");
        }
    }

    private static void Dispatch(
        ReadOnlySpan<byte> op, ReadOnlySpan<byte> overload, ReadOnlySpan<Argument> arguments, Span<ulong> stack)
    {
        TurnGradientsOff();
        for (var i = 0; i < arguments.Length; i++)
        {
            stack[i] = arguments[i].ToSlot();
        }

        // A UTF-8 literal is followed by a zero byte, which its length leaves out; an empty one is pinned to null.
        fixed (byte* name = op, variant = overload)
        fixed (ulong* slots = stack)
        {
            var empty = (byte)0;
            if (Exports.torch_call_dispatcher(name, variant is null ? &empty : variant, slots, Exports.Version) != 0)
            {
                throw new LibTorchException(Name(op, overload), Join(arguments), LastError.Text);
            }
        }
    }

    // libtorch's own autograd is off: Hornet has its tape. The switch is one per thread.
    private static void TurnGradientsOff()
    {
        if (!t_gradientsAreOff)
        {
            Subnormals.FlushInWorkers();
            Exports.aoti_torch_grad_mode_set_enabled(false);
            t_gradientsAreOff = true;
        }
    }

    private static string Name(ReadOnlySpan<byte> op, ReadOnlySpan<byte> overload) =>
        Encoding.UTF8.GetString(op) + (overload.IsEmpty ? string.Empty : $".{Encoding.UTF8.GetString(overload)}");

    private static string Join(ReadOnlySpan<Argument> arguments) => string.Join(", ", arguments.ToArray());

    private static LibTorchException Failed(string op, params ReadOnlySpan<Argument> arguments) =>
        new(op, Join(arguments), LastError.Text);
}
