using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CorpusArrayTests
{
    [Theory]
    [InlineData("float32", "[1.5,\"nan\",\"-inf\"]", new[] { 1.5, double.NaN, double.NegativeInfinity })]
    [InlineData("float32", "[0.1,1e39,2]", new[] { (double)0.1f, double.PositiveInfinity, 2 })]
    [InlineData("float64", "[0.1,\"inf\",-0.0]", new[] { 0.1, double.PositiveInfinity, -0.0 })]
    [InlineData("float16", "[0.652,\"nan\",65504]", new[] { 0.65185546875, double.NaN, 65504 })]
    [InlineData("bfloat16", "[0.1640625,\"nan\",-2.5e-06]", new[] { 0.1640625, double.NaN, -2.5033950805664062e-06 })]
    [InlineData("float8_e4m3fn", "[1.0,448,\"nan\"]", new[] { 1, 448, double.NaN })]
    [InlineData("float8_e5m2", "[0.11,57344,\"-inf\"]", new[] { 0.109375, 57344, double.NegativeInfinity })]
    [InlineData("int8", "[-128,0,127]", new[] { -128.0, 0, 127 })]
    [InlineData("uint16", "[0,1,65535]", new[] { 0.0, 1, 65535 })]
    [InlineData("bool", "[0,1,1]", new[] { 0.0, 1, 1 })]
    public void Elements_come_back_as_doubles(string dtype, string values, double[] expected)
    {
        var array = Array($$"""{"d":"{{dtype}}","s":[3],"v":{{values}}}""");
        Assert.Equal(dtype, array.DType);
        Assert.Equal([3], array.Shape);
        Assert.Equal(expected, array.ToDoubles());
    }

    [Fact]
    public void Bytes_are_little_endian_in_row_major_order()
    {
        var array = Array("""{"d":"int32","s":[2,1],"v":[1,-2]}""");
        Assert.Equal([1, 0, 0, 0, 254, 255, 255, 255], array.Data.ToArray());
        Assert.Equal(2, array.Size);
    }

    [Fact]
    public void Integers_of_64_bits_keep_every_digit()
    {
        Assert.Equal([long.MinValue], Array("""{"d":"int64","s":[],"v":[-9223372036854775808]}""").ToInt64s());
        var unsigned = Array("""{"d":"uint64","s":[1],"v":[18446744073709551615]}""").ToInt64s();
        Assert.Equal(ulong.MaxValue, unchecked((ulong)unsigned[0]));
    }

    [Theory]
    [InlineData("float64")]
    [InlineData("float32")]
    [InlineData("bfloat16")]
    public void The_sign_bit_of_NaN_is_clear_as_in_Python(string dtype) =>
        Assert.False(double.IsNegative(Array($$"""{"d":"{{dtype}}","s":[1],"v":["nan"]}""").ToDoubles()[0]));

    [Fact]
    public void Complex_numbers_stand_as_pairs()
    {
        var array = Array("""{"d":"complex64","s":[2],"v":[1.0,2.0,"nan",-4.0]}""");
        Assert.Equal(new Complex(1, 2), array.ToComplexes()[0]);
        Assert.Equal((double.NaN, -4.0), (array.ToComplexes()[1].Real, array.ToComplexes()[1].Imaginary));
        Assert.Equal([new Complex(3, 0)], Array("""{"d":"float32","s":[1],"v":[3]}""").ToComplexes());
    }

    [Fact]
    public void Text_stays_text()
    {
        var array = Array("""{"d":"string","s":[2],"np":true,"v":["nan",""]}""");
        Assert.Equal(["nan", ""], array.ToStrings());
        Assert.Throws<InvalidOperationException>(array.ToDoubles);
        Assert.Throws<InvalidOperationException>(Array("""{"d":"float32","s":[0],"v":[]}""").ToStrings);
    }

    [Fact]
    public void The_marks_of_numpy_arrays_and_variables_are_kept()
    {
        var numpy = Array("""{"d":"float64","s":[0,2],"np":true,"v":[]}""");
        Assert.True(numpy is { FromNumPy: true, FromVariable: false });
        var variable = Array("""{"d":"float64","s":[0,2],"var":true,"v":[]}""");
        Assert.True(variable is { FromNumPy: false, FromVariable: true });
    }

    [Theory]
    [InlineData("""{"d":"float31","s":[1],"v":[1.0]}""")]
    [InlineData("""{"d":"float32","s":[2],"v":[1.0]}""")]
    [InlineData("""{"d":"float32","s":[null],"v":[1.0]}""")]
    [InlineData("""{"d":"float32","s":[-1],"v":[]}""")]
    [InlineData("""{"d":"float32","s":[65536,65536],"v":[]}""")]
    [InlineData("""{"d":"float32","s":[1]}""")]
    [InlineData("""{"d":"float32","s":[1],"v":[1.0],"t":"key"}""")]
    [InlineData("""{"d":"float32","s":[1],"v":["one"]}""")]
    [InlineData("""{"d":"int8","s":[1],"v":[128]}""")]
    [InlineData("""{"d":"int8","s":[1],"v":[1.5]}""")]
    [InlineData("""{"d":"bool","s":[1],"v":[2]}""")]
    [InlineData("""{"d":"uint64","s":[1],"v":[-1]}""")]
    [InlineData("""{"d":"string","s":[1],"v":[1]}""")]
    [InlineData("""{"d":"float32","s":[1],"t":"key"}""")]
    public void An_array_that_is_not_whole_is_refused_by_file_and_line(string json)
    {
        var error = Assert.Throws<CorpusFormatException>(() => CorpusSample.Value(json));
        Assert.Contains("group.jsonl line 1: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("float16", 1.00048828125, 1.0)] // halfway: to the even neighbour
    [InlineData("bfloat16", 1.00390625, 1.0)]
    [InlineData("bfloat16", 1.01171875, 1.015625)]
    [InlineData("float8_e4m3fn", 1.0625, 1.0)]
    [InlineData("float8_e5m2", -1.125, -1.0)]
    public void Doubles_are_rounded_to_the_nearest_and_ties_to_even(string dtype, double value, double expected) =>
        Assert.Equal([expected], CorpusArray.FromDoubles(dtype, [1], value).ToDoubles());

    [Fact]
    public void Arrays_are_equal_by_their_elements()
    {
        var array = CorpusArray.FromDoubles("float32", [2], 1, 2);
        Assert.Equal(CorpusArray.FromDoubles("float32", [2], 1, 2), array);
        Assert.NotEqual(CorpusArray.FromDoubles("float32", [2], 1, 3), array);
        Assert.NotEqual(CorpusArray.FromDoubles("float32", [1, 2], 1, 2), array);
        Assert.NotEqual(array with { FromNumPy = true }, array);
    }

    private static CorpusArray Array(string json) => Assert.IsType<CorpusArray>(CorpusSample.Value(json));
}
