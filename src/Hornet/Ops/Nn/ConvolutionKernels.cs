using Hornet.Native;

namespace Hornet;

/// <summary>A convolution and its two gradients on bare handles in Keras's layouts.</summary>
internal static class ConvolutionKernels
{
    public static TensorHandle Product(Convolution convolution, TensorHandle x, TensorHandle w)
    {
        var plan = ConvolutionPlan.Of(convolution, x.Sizes, w.Sizes);
        using var nativeX = Input(x, convolution, plan);
        using var nativeW = Kernel(w);
        using var y = Aten.Call(
            "aten::convolution"u8,
            default,
            nativeX,
            nativeW,
            Argument.None,
            plan.Strides,
            plan.Padding,
            plan.Dilations,
            false,
            new long[plan.Strides.Length],
            plan.Groups);
        using var result = ImageLayout.FromNative(y, convolution.IsChannelsLast, x.Sizes.Length);
        return Views.Cast(result, w.DType);
    }

    public static TensorHandle InputGradient(
        Convolution convolution, TensorHandle g, TensorHandle w, ReadOnlySpan<long> input, long groups)
    {
        var plan = ConvolutionPlan.Of(convolution, input, w.Sizes) with { Groups = groups };
        using var nativeG = Native(g, convolution);
        using var nativeW = Kernel(w);
        using var shape = TensorHandle.Empty(nativeW.DType, plan.Padded(convolution, input)); // its elements are not read
        using var nativeX = ImageLayout.ToNative(shape, convolution.IsChannelsLast);
        using var dx = Backward(plan, nativeG, nativeX, nativeW, gradient: 0);
        using var cut = Views.Pad(dx, Array.ConvertAll(plan.Rest, rest => (-rest.Low, -rest.High)));
        using var result = ImageLayout.FromNative(cut, convolution.IsChannelsLast, input.Length);
        return Views.Cast(result, w.DType);
    }

    public static TensorHandle KernelGradient(
        Convolution convolution, TensorHandle x, TensorHandle g, ReadOnlySpan<long> kernel)
    {
        var plan = ConvolutionPlan.Of(convolution, x.Sizes, kernel);
        using var nativeX = Input(x, convolution, plan);
        using var nativeG = Native(g, convolution);
        using var shape = TensorHandle.Empty(nativeX.DType, kernel); // its elements are not read
        using var nativeW = ImageLayout.KernelToNative(shape);
        using var dw = Backward(plan, nativeG, nativeX, nativeW, gradient: 1);
        using var result = ImageLayout.KernelFromNative(dw, kernel.Length);
        return Views.Cast(result, x.DType);
    }

    private static TensorHandle Backward(
        ConvolutionPlan plan, TensorHandle g, TensorHandle x, TensorHandle w, int gradient)
    {
        Span<TensorHandle> gradients = stackalloc TensorHandle[3];
        Aten.CallMany(
            "aten::convolution_backward"u8,
            default,
            gradients,
            g,
            x,
            w,
            Argument.None,
            plan.Strides,
            plan.Padding,
            plan.Dilations,
            false,
            new long[plan.Strides.Length],
            plan.Groups,
            new long[] { gradient == 0 ? 1 : 0, gradient == 1 ? 1 : 0, 0 });
        gradients[1 - gradient].Dispose();
        gradients[2].Dispose();
        return gradients[gradient];
    }

    private static TensorHandle Input(TensorHandle x, Convolution convolution, ConvolutionPlan plan)
    {
        using var native = Native(x, convolution);
        return Views.Pad(native, plan.Rest);
    }

    private static TensorHandle Native(TensorHandle x, Convolution convolution)
    {
        using var wide = Views.Cast(x, ComputeType(x.DType));
        return ImageLayout.ToNative(wide, convolution.IsChannelsLast);
    }

    private static TensorHandle Kernel(TensorHandle w)
    {
        using var wide = Views.Cast(w, ComputeType(w.DType));
        return ImageLayout.KernelToNative(wide);
    }

    // Half precision is computed in float32, as XLA does on a CPU; integers in float64, which is exact.
    private static DType ComputeType(DType dtype) => dtype switch
    {
        DType.Float32 or DType.Float64 => dtype,
        _ => dtype.IsFloating() ? DType.Float32 : DType.Float64,
    };
}
