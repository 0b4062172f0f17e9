using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CastOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.Check(t => Ops.Cast(Ops.Cast(t[0], DType.Complex128), DType.Float64), [2, 3]);

    [Fact]
    public void Cuts_towards_zero_and_saturates() => Assert.Equal(
        [-2, 3, 0, int.MaxValue, int.MinValue],
        Ops.Cast(new[] { -2.7f, 3.9f, float.NaN, 1e20f, float.NegativeInfinity }, DType.Int32).ToArray<int>());

    [Fact]
    public void Wraps_from_wider_integers() =>
        Assert.Equal([(byte)44], Ops.Cast(new[] { 300 }, DType.UInt8).ToArray<byte>());

    [Fact]
    public void Keeps_the_real_part_of_complex_numbers()
    {
        Assert.Equal(1.5f, Ops.Cast(new Complex[] { new(1.5, 2) }, DType.Float32).Item<float>());
        Assert.Equal(1, Ops.Cast(new Complex[] { new(1.5, 2) }, DType.Int32).Item<int>());
        Assert.True(Ops.Cast(new Complex[] { new(0, 2) }, DType.Bool).Item<bool>());
    }

    [Fact]
    public void Refuses_text()
    {
        Assert.Throws<ShapeException>(() => Ops.Cast(new[] { "a" }, DType.Int32));
        Assert.Throws<ArgumentException>(() => Ops.Cast(new float[1], DType.String));
    }
}

public sealed class SaturateCastOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SaturateCast(t[0], DType.Float64), [2, 3]);

    [Fact]
    public void Gives_the_nearest_number_of_the_dtype()
    {
        Assert.Equal([(byte)0, (byte)255], Ops.SaturateCast(new[] { -3f, 300f }, DType.UInt8).ToArray<byte>());
        Assert.Equal([(sbyte)127, (sbyte)-128], Ops.SaturateCast(new[] { 300, -300 }, DType.Int8).ToArray<sbyte>());
        Assert.Equal([long.MaxValue], Ops.SaturateCast(new[] { ulong.MaxValue }, DType.Int64).ToArray<long>());
        Assert.Equal([Half.MaxValue], Ops.SaturateCast(new[] { 1e10f }, DType.Float16).ToArray<Half>());
        Assert.Equal(
            [float.MaxValue], Ops.SaturateCast(new[] { double.PositiveInfinity }, DType.Float32).ToArray<float>());
        Assert.Equal([true, false], Ops.SaturateCast(new[] { 0.5f, -1 }, DType.Bool).ToArray<bool>());
    }

    [Fact]
    public void Without_a_dtype_is_to_floatx() =>
        Assert.Equal(DType.Float32, Ops.SaturateCast(new double[1], null).DType);
}

public sealed class SaturateOpTests
{
    [Fact]
    public void Of_half_precision() =>
        Assert.Equal([(byte)255], Ops.SaturateCast(new[] { (Half)300 }, DType.UInt8).ToArray<byte>());
}
