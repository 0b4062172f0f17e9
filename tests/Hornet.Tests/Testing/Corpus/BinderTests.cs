using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BinderTests
{
    private static readonly PlainValueBinder s_binder = new();

    public static TheoryData<string, Type, object?> Bindable => new()
    {
        { "null", typeof(string), null },
        { "null", typeof(int?), null },
        { "true", typeof(bool), true },
        { "true", typeof(bool?), true },
        { "3", typeof(int), 3 },
        { "3", typeof(int?), 3 },
        { "3", typeof(byte), (byte)3 },
        { "18446744073709551615", typeof(ulong), ulong.MaxValue },
        { "3", typeof(float), 3f },
        { "0.5", typeof(double), 0.5 },
        { "0.5", typeof(Complex), new Complex(0.5, 0) },
        { """{"c":[0,1]}""", typeof(Complex), Complex.ImaginaryOne },
        { "\"same\"", typeof(string), "same" },
        { "\"float8_e5m2\"", typeof(DType), DType.Float8E5M2 },
        { """{"dtype":"int32"}""", typeof(DType?), DType.Int32 },
        { """{"dtype":"int32"}""", typeof(string), "int32" },
        { "[1,2]", typeof(int[]), Of(1, 2) },
        { "[1,null]", typeof(IReadOnlyList<int?>), new int?[] { 1, null } },
        { "[[1],[2.5]]", typeof(double[][]), new double[][] { [1], [2.5] } },
        { "[\"a\"]", typeof(List<string>), new List<string> { "a" } },
        { """{"tuple":[1,"a"]}""", typeof((int, string)), (1, "a") },
        { """{"m":{"a":1}}""", typeof(IReadOnlyDictionary<string, int>), new Dictionary<string, int> { ["a"] = 1 } },
        { "[1,null]", typeof(Axes), new Axes([1, null]) },
        { "3", typeof(Axes), new Axes([3]) },
        { "3", typeof(Wrapped), new Wrapped(new Axes([3])) },
        { "3", typeof(CorpusValue), new CorpusInt(3) },
    };

    public static TheoryData<string, Type> Unbindable => new()
    {
        { "null", typeof(int) },
        { "1.0", typeof(int) },
        { "1", typeof(bool) },
        { "true", typeof(int) },
        { "256", typeof(byte) },
        { "-1", typeof(uint) },
        { "1", typeof(string) },
        { "1", typeof(DType) },
        { "\"float31\"", typeof(DType) },
        { "[1,\"a\"]", typeof(int[]) },
        { "[1]", typeof((int, int)) },
        { """{"m":{"a":"b"}}""", typeof(Dictionary<string, int>) },
        { "3", typeof(CorpusFloat) },
        { "\"a\"", typeof(Axes) },
    };

    [Theory]
    [MemberData(nameof(Bindable))]
    public void A_value_becomes_an_argument_of_a_type_that_can_hold_it(string json, Type type, object? expected)
    {
        var bound = s_binder.TryBind(CorpusSample.Value(json), type);
        Assert.NotNull(bound);
        Assert.Equal(expected, bound.Value.Value);
        Assert.True(bound.Value.Value is null || type.IsInstanceOfType(bound.Value.Value));
    }

    [Theory]
    [MemberData(nameof(Unbindable))]
    public void A_value_is_refused_where_the_type_cannot_hold_it(string json, Type type) =>
        Assert.Null(s_binder.TryBind(CorpusSample.Value(json), type));

    [Theory]
    [InlineData("[[1,2]]", "{}", "One(1,2; axis ; False)")]
    [InlineData("[[1,2],-1]", "{}", "One(1,2; axis -1; False)")]
    [InlineData("[[1,2]]", """{"keep_dims":true,"axis":3}""", "One(1,2; axis 3; True)")]
    [InlineData("[[1,2],[0,1]]", "{}", "Many(1,2; axis 0,1)")]
    [InlineData("[[1.5]]", """{"axis":[0]}""", "Many(1.5; axis 0)")]
    [InlineData("[\"a\",1,2]", "{}", "Rest(a; 1,2)")]
    [InlineData("[\"a\"]", "{}", "Rest(a; )")]
    [InlineData("[true,1.5,2]", "{}", "Spans(True; 1.5,2)")]
    [InlineData("[true]", "{}", "Spans(True; )")]
    [InlineData("[false]", """{"values":[3]}""", "Spans(False; 3)")]
    public void The_overload_that_takes_a_call_is_found(string args, string kwargs, string expected) =>
        Assert.Equal(expected, Bind(args, kwargs).Invoke());

    [Theory]
    [InlineData("[]", "{}", "'x' is not given.")]
    [InlineData("[[1],1,true,4]", "{}", "4 arguments by position are too many.")]
    [InlineData("[[1],1]", """{"axis":1}""", "'axis' is given twice.")]
    [InlineData("[[1]]", """{"keepdim":1}""", "It has no parameter 'keepdim'.")]
    [InlineData("[[1],\"all\"]", "{}", "'axis' is of type Int32? and cannot hold 'all'.")]
    public void A_call_that_no_overload_takes_is_refused_with_the_reasons(string args, string kwargs, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => Bind(args, kwargs));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_of_the_called_method_come_as_they_are() =>
        Assert.Throws<DivideByZeroException>(() => Bind("[[]]", "{}").Invoke());

    private static BoundCall Bind(string args, string kwargs)
    {
        using var sample = CorpusSample.Of($$"""{"id":"x","args":{{args}},"kwargs":{{kwargs}}}""");
        var line = sample.Cases.Single();
        return new CallBinder(s_binder).Bind(
            typeof(Calls).GetMethods().Where(method => method.IsStatic), ((CorpusList)line.Value("args")).Items,
            line.Map("kwargs"));
    }

    private static T[] Of<T>(params T[] items) => items;

    private static class Calls
    {
        public static string One(double[] x, int? axis = null, bool keepDims = false) =>
            x.Length == 0 ? throw new DivideByZeroException() : $"One({string.Join(",", x)}; axis {axis}; {keepDims})";

        public static string Many(double[] x, int[] axis) =>
            $"Many({string.Join(",", x)}; axis {string.Join(",", axis)})";

        public static string Rest(string name, params int[] values) => $"Rest({name}; {string.Join(",", values)})";

        public static string Spans(bool flag, params ReadOnlySpan<double> values) =>
            $"Spans({flag}; {string.Join(",", values.ToArray())})";
    }

    [CollectionBuilder(typeof(Axes), nameof(Create))]
    private sealed class Axes(int?[] items) : IEnumerable<int?>
    {
        public static implicit operator Axes(int axis) => new([axis]);

        public static Axes Create(ReadOnlySpan<int?> items) => new(items.ToArray());

        public override bool Equals(object? obj) => obj is Axes other && items.SequenceEqual(other);

        public override int GetHashCode() => items.Length;

        public IEnumerator<int?> GetEnumerator() => items.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed record Wrapped(Axes Axes)
    {
        public static implicit operator Wrapped(Axes axes) => new(axes);
    }
}
