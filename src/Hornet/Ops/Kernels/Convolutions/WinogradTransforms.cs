using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hornet.Native;

namespace Hornet;

/// <summary>What goes into and out of Winograd's products: 16 planes, one for each place of a tile.</summary>
internal static class WinogradTransforms
{
    /// <summary>The places of a tile.</summary>
    public const int Planes = 16;

    private const int Register = TileProduct.Register;

    /// <summary>Bᵀ x B: of 4x4 places of an image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Input(Address x, int line, int channels, Address planes, long plane)
    {
        for (var channel = 0; channel < channels; channel += Register)
        {
            ref var from = ref x.Skip<float>(channel).First<float>();
            var first = WinogradRow.Load(ref from, channels).OfInput();
            var second = WinogradRow.Load(ref Unsafe.Add(ref from, line), channels).OfInput();
            var third = WinogradRow.Load(ref Unsafe.Add(ref from, 2 * line), channels).OfInput();
            var fourth = WinogradRow.Load(ref Unsafe.Add(ref from, 3 * line), channels).OfInput();
            Store(first - third, second + third, third - second, second - fourth, planes.Skip<float>(channel), plane);
        }
    }

    /// <summary>A g Aᵀ: of 2x2 places of a gradient; zeros stand for what is outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient(
        Address g, int line, int channels, bool isRight, bool isBelow, Address planes, long plane)
    {
        for (var channel = 0; channel < channels; channel += Register)
        {
            ref var from = ref g.Skip<float>(channel).First<float>();
            var above = GradientRow(ref from, channels, isRight);
            var below = isBelow ? GradientRow(ref Unsafe.Add(ref from, line), channels, isRight) : default;
            Store(above, above + below, above - below, -below, planes.Skip<float>(channel), plane);
        }
    }

    /// <summary>Aᵀ m A: 2x2 places of the result, as far as they are inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Output(
        Address planes, long plane, Address y, int line, int channels, bool isRight, bool isBelow)
    {
        for (var channel = 0; channel < channels; channel += Register)
        {
            var (first, second, third, fourth) = Load(planes.Skip<float>(channel), plane);
            ref var to = ref y.Skip<float>(channel).First<float>();
            StoreOutput(first + second + third, ref to, channels, isRight);
            if (isBelow)
            {
                StoreOutput(second - third - fourth, ref Unsafe.Add(ref to, line), channels, isRight);
            }
        }
    }

    /// <summary>G w Gᵀ: of some lines of 3x3 matrices of weights, so many elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Kernel(Address w, int matrix, Address planes, long plane)
    {
        for (var at = 0; at < matrix; at += Register)
        {
            ref var from = ref w.Skip<float>(at).First<float>();
            var first = WinogradRow.OfKernel(ref from, matrix);
            var middle = WinogradRow.OfKernel(ref Unsafe.Add(ref from, 3 * matrix), matrix);
            var last = WinogradRow.OfKernel(ref Unsafe.Add(ref from, 6 * matrix), matrix);
            var outer = first + last;
            Store(first, (outer + middle) * 0.5f, (outer - middle) * 0.5f, last, planes.Skip<float>(at), plane);
        }
    }

    /// <summary>Gᵀ m G: the gradient of 3x3 matrices of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void KernelGradient(Address planes, long plane, Address w, int matrix)
    {
        for (var at = 0; at < matrix; at += Register)
        {
            var (first, second, third, fourth) = Load(planes.Skip<float>(at), plane);
            ref var to = ref w.Skip<float>(at).First<float>();
            var half = (second + third) * 0.5f;
            (first + half).StoreKernel(ref to, matrix);
            ((second - third) * 0.5f).StoreKernel(ref Unsafe.Add(ref to, 3 * matrix), matrix);
            (half + fourth).StoreKernel(ref Unsafe.Add(ref to, 6 * matrix), matrix);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WinogradRow GradientRow(ref float g, int channels, bool isRight) => WinogradRow.OfGradient(
        Vector512.LoadUnsafe(ref g),
        isRight ? Vector512.LoadUnsafe(ref Unsafe.Add(ref g, channels)) : Vector512<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreOutput(WinogradRow row, ref float y, int channels, bool isRight)
    {
        var (first, second) = row.ToOutput();
        first.StoreUnsafe(ref y);
        if (isRight)
        {
            second.StoreUnsafe(ref Unsafe.Add(ref y, channels));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (WinogradRow First, WinogradRow Second, WinogradRow Third, WinogradRow Fourth) Load(
        Address planes, long plane)
    {
        ref var from = ref planes.First<float>();
        var row = 4 * (nint)plane;
        return (
            WinogradRow.Load(ref from, (nint)plane),
            WinogradRow.Load(ref Unsafe.Add(ref from, row), (nint)plane),
            WinogradRow.Load(ref Unsafe.Add(ref from, 2 * row), (nint)plane),
            WinogradRow.Load(ref Unsafe.Add(ref from, 3 * row), (nint)plane));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        WinogradRow first, WinogradRow second, WinogradRow third, WinogradRow fourth, Address planes, long plane)
    {
        ref var to = ref planes.First<float>();
        var row = 4 * (nint)plane;
        first.Store(ref to, (nint)plane);
        second.Store(ref Unsafe.Add(ref to, row), (nint)plane);
        third.Store(ref Unsafe.Add(ref to, 2 * row), (nint)plane);
        fourth.Store(ref Unsafe.Add(ref to, 3 * row), (nint)plane);
    }
}
