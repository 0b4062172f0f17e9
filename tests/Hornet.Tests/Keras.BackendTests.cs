using System.Numerics;

namespace Hornet.Tests;

/// <summary>Dtypes in every form in which Keras takes them, and what they are brought to.</summary>
public sealed class KerasBackendTests
{
    [Fact]
    public void A_dtype_is_meant_by_its_name_by_a_type_of_NET_or_by_nothing()
    {
        Assert.Equal(DType.BFloat16, Keras.Backend.StandardizeDtype("bfloat16"));
        Assert.Equal(DType.Int32, Keras.Backend.StandardizeDtype("int"));
        Assert.Equal(DType.Int8, Keras.Backend.StandardizeDtype(DType.Int8));
        Assert.Equal(DType.Float32, Keras.Backend.StandardizeDtype(typeof(double)));
        Assert.Equal(DType.Complex64, Keras.Backend.StandardizeDtype(typeof(Complex)));
        Assert.Equal(DType.Float32, Keras.Backend.StandardizeDtype(default));
    }

    [Fact]
    public void What_is_no_dtype_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Keras.Backend.StandardizeDtype("float31"));
        Assert.Throws<ArgumentException>(() => Keras.Backend.StandardizeDtype("float"));
        Assert.Throws<ArgumentException>(() => Keras.Backend.StandardizeDtype(typeof(Uri)));
    }

    [Fact]
    public void The_kind_of_a_dtype_is_told()
    {
        Assert.True(Keras.Backend.IsFloatDtype("float8_e5m2"));
        Assert.False(Keras.Backend.IsFloatDtype("complex64"));
        Assert.True(Keras.Backend.IsIntDtype("uint8"));
        Assert.False(Keras.Backend.IsIntDtype("bool"));
    }

    [Fact]
    public void Operands_are_brought_to_the_least_dtype_that_holds_them()
    {
        Assert.Equal(DType.Float32, Keras.Backend.ResultType());
        Assert.Equal(DType.Int16, Keras.Backend.ResultType("int8", "uint8"));
        Assert.Equal(DType.BFloat16, Keras.Backend.ResultType("bfloat16", typeof(int)));
        Assert.Equal(DType.Float32, Keras.Backend.ResultType("int32", typeof(float)));
        Assert.Equal(DType.Int32, Keras.Backend.ResultType("bool", typeof(int)));
        Assert.Equal(DType.Int32, Keras.Backend.ResultType("int64"));
        Assert.Equal(DType.String, Keras.Backend.ResultType("string", "string"));
    }

    [Fact]
    public void Dtypes_without_a_common_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Keras.Backend.ResultType("float8_e5m2"));
        Assert.Throws<ArgumentException>(() => Keras.Backend.ResultType("string", "float32"));
    }
}
