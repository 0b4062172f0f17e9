using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ToleranceTests
{
    [Theory]
    [InlineData(1.0, 1.0, true)]
    [InlineData(1000.0, 1000.009, true)] // by the relative error
    [InlineData(1000.0, 1000.011, false)]
    [InlineData(0.0, 9e-6, true)] // by the absolute error
    [InlineData(0.0, 1.1e-5, false)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.NaN, 0.0, false)]
    [InlineData(0.0, double.NaN, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, 3e38, false)]
    [InlineData(3e38, double.PositiveInfinity, false)]
    [InlineData(-0.0, 0.0, true)]
    public void A_number_agrees_by_its_relative_or_its_absolute_error(double expected, double actual, bool agrees) =>
        Assert.Equal(agrees, Tolerance.Of(1e-5).Agree(expected, actual));

    [Fact]
    public void A_complex_number_agrees_by_its_distance()
    {
        var tolerance = Tolerance.Of(1e-5);
        Assert.True(tolerance.Agree(new Complex(1000, 0), new Complex(1000, 0.005)));
        Assert.False(tolerance.Agree(new Complex(1, 0), new Complex(1, 0.005)));
        Assert.True(tolerance.Agree(new Complex(double.NaN, 1), new Complex(double.NaN, 1)));
        Assert.False(tolerance.Agree(new Complex(double.NaN, 1), new Complex(double.NaN, 2)));
    }

    [Theory]
    [InlineData("float32", 1e-5)]
    [InlineData("complex64", 1e-5)]
    [InlineData("float16", 2e-3)]
    [InlineData("bfloat16", 2e-2)]
    [InlineData("int32", 0)]
    [InlineData("bool", 0)]
    [InlineData("string", 0)]
    public void Each_dtype_has_its_own_default(string dtype, double bound) =>
        Assert.Equal(Tolerance.Of(bound), Tolerances.Default.For(dtype));

    [Fact]
    public void What_a_case_says_holds_for_every_float_and_for_no_integer()
    {
        using var sample = CorpusSample.Of("""{"id":"x","tol":[0.005,0.001]}""");
        var tolerances = sample.Cases.Single().Tolerances;
        Assert.All(
            ["float32", "float16", "bfloat16"],
            dtype => Assert.Equal(new Tolerance(5e-3, 1e-3), tolerances.For(dtype)));
        Assert.Equal(Tolerance.Exact, tolerances.For("int64"));
    }

    [Theory]
    [InlineData("training", "trajectories", 1e-4, 1e-5)]
    [InlineData("saving", "optimizers", 1e-4, 1e-5)]
    [InlineData("saving", "keras_v3", 1e-5, 1e-5)]
    [InlineData("random", "raw", 0, 0)]
    [InlineData("callbacks", "decisions", 1e-6, 1e-6)]
    [InlineData("ops", "core", 1e-5, 1e-5)]
    public void What_a_category_says_holds_where_a_case_says_nothing(
        string category, string group, double relative, double absolute)
    {
        using var sample = new CorpusSample(category, group, ["""{"id":"x"}"""]);
        var tolerances = sample.Cases.Single().Tolerances;
        Assert.Equal(new Tolerance(relative, absolute), tolerances.For("float32"));
    }

    [Theory]
    [InlineData("GlorotUniform", 1e-6)]
    [InlineData("OrthogonalInitializer", 1e-5)]
    public void Initializers_are_closer_but_for_the_one_that_factorizes(string name, double bound)
    {
        using var sample = new CorpusSample("initializers", "values", [$$"""{"id":"x","class":"{{name}}"}"""]);
        Assert.Equal(Tolerance.Of(bound), sample.Cases.Single().Tolerances.For("float32"));
    }
}
