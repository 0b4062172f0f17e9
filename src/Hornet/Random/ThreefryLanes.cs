using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hornet;

/// <summary>A register of 32-bit words, as the Threefry kernel needs it.</summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Broadcast(uint word);

    static abstract TSelf CountFrom(uint word);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    static abstract TSelf RotateLeft(TSelf words, [ConstantExpected] byte count);

    void StoreTo(ref uint destination);
}

/// <summary>The widest register that <see cref="Vector{T}"/> gives on this machine.</summary>
internal readonly struct AnyLanes(Vector<uint> words) : ILanes<AnyLanes>
{
    private readonly Vector<uint> _words = words;

    public static int Count => Vector<uint>.Count;

    public static AnyLanes Broadcast(uint word) => new(new Vector<uint>(word));

    public static AnyLanes CountFrom(uint word) => new(Vector<uint>.Indices + new Vector<uint>(word));

    public static AnyLanes operator +(AnyLanes left, AnyLanes right) => new(left._words + right._words);

    public static AnyLanes operator ^(AnyLanes left, AnyLanes right) => new(left._words ^ right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AnyLanes RotateLeft(AnyLanes words, [ConstantExpected] byte count) =>
        new((words._words << count) | (words._words >>> (32 - count)));

    public void StoreTo(ref uint destination) => _words.StoreUnsafe(ref destination);
}

/// <summary>Sixteen words with AVX-512, which rotates in one instruction.</summary>
internal readonly struct Avx512Lanes(Vector512<uint> words) : ILanes<Avx512Lanes>
{
    private readonly Vector512<uint> _words = words;

    public static int Count => Vector512<uint>.Count;

    public static Avx512Lanes Broadcast(uint word) => new(Vector512.Create(word));

    public static Avx512Lanes CountFrom(uint word) => new(Vector512<uint>.Indices + Vector512.Create(word));

    public static Avx512Lanes operator +(Avx512Lanes left, Avx512Lanes right) => new(left._words + right._words);

    public static Avx512Lanes operator ^(Avx512Lanes left, Avx512Lanes right) => new(left._words ^ right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Avx512Lanes RotateLeft(Avx512Lanes words, [ConstantExpected] byte count) =>
        new(Avx512F.RotateLeft(words._words, count));

    public void StoreTo(ref uint destination) => _words.StoreUnsafe(ref destination);
}
