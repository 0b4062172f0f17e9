using System.Text;

namespace Hornet.Native;

/// <summary>Calls an ATen op by its schema's name and overload.</summary>
/// <remarks>
/// Every argument of the schema is given, in order and of its type: the ABI knows no defaults and checks nothing, and
/// a missing tensor ends the process. So each call stands in a primitive whose contract test makes it.
/// </remarks>
/// <example><code>Aten.Call("aten::softmax"u8, "int"u8, x, -1L, Argument.None)</code></example>
internal static unsafe class Aten
{
    private const int MostSlots = 32;

    [ThreadStatic]
    private static bool t_gradientsAreOff;

    /// <summary><c>x + alpha · y</c>: a shim of its own, since the dispatcher's takes no Scalar arguments.</summary>
    public static TensorHandle Add(TensorHandle x, TensorHandle y, double alpha)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_add_Tensor(x.Pointer, y.Pointer, alpha, out var sum) == 0
            ? new TensorHandle(sum)
            : throw new LibTorchException("aten::add.Tensor", $"{x}, {y}, {alpha}");
    }

    /// <summary><c>x</c> to the power of a number: much faster than of a tensor that holds one.</summary>
    public static TensorHandle Pow(TensorHandle x, double exponent)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_pow_Tensor_Scalar(x.Pointer, exponent, out var power) == 0
            ? new TensorHandle(power)
            : throw new LibTorchException("aten::pow.Tensor_Scalar", $"{x}, {exponent}");
    }

    /// <summary>Calls an op that gives one tensor.</summary>
    public static TensorHandle Call(
        ReadOnlySpan<byte> op, ReadOnlySpan<byte> overload, params ReadOnlySpan<Argument> arguments)
    {
        var stack = stackalloc ulong[MostSlots];
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
        var stack = stackalloc ulong[MostSlots];
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
        var stack = stackalloc ulong[MostSlots];
        Dispatch(op, overload, arguments, stack);
        var list = (nint)stack[0];
        for (var i = 0; i < results.Length; i++)
        {
            _ = Exports.torch_list_get_item(list, (nuint)i, out var item);
            results[i] = new TensorHandle((nint)item);
        }

        _ = Exports.torch_delete_list(list);
    }

    private static void Dispatch(
        ReadOnlySpan<byte> op, ReadOnlySpan<byte> overload, ReadOnlySpan<Argument> arguments, ulong* stack)
    {
        TurnGradientsOff();
        for (var i = 0; i < arguments.Length; i++)
        {
            stack[i] = arguments[i].ToSlot();
        }

        // A UTF-8 literal is followed by a zero byte, which its length leaves out.
        fixed (byte* name = op, variant = overload)
        {
            var empty = (byte)0;
            if (Exports.torch_call_dispatcher(name, variant is null ? &empty : variant, stack, Exports.Version) != 0)
            {
                var suffix = overload.IsEmpty ? string.Empty : $".{Encoding.UTF8.GetString(overload)}";
                var text = string.Join(", ", arguments.ToArray());
                throw new LibTorchException(Encoding.UTF8.GetString(op) + suffix, text);
            }
        }
    }

    // libtorch's own autograd is off: Hornet has its tape. The switch is one per thread.
    private static void TurnGradientsOff()
    {
        if (!t_gradientsAreOff)
        {
            Exports.aoti_torch_grad_mode_set_enabled(false);
            t_gradientsAreOff = true;
        }
    }
}
