using System.Reflection;

namespace Hornet.Tests;

/// <summary>A change of the public API is a change of Baselines/PublicApi.txt, which reviewers see.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_one_in_the_baseline()
    {
        Assembly[] shipped = [Assembly.Load("Hornet.Native"), Assembly.Load("Hornet"), Assembly.Load("Hornet.Testing")];

        new Baseline("PublicApi.txt").Check(PublicApi.Of(shipped));
    }

    [Theory]
    [InlineData("public abstract class A { protected A(int x = 3) { } private A(string s) { } }",
        "A: abstract class", "A: protected A(int x = 3)")]
    [InlineData("public sealed class A { public string? B { get; init; } public int C { get; private set; } }",
        "A: A()", "A: int C { get; }", "A: sealed class", "A: string? B { get; init; }")]
    [InlineData("public static class A { public static T[]? B<T>(this T x, in int y, params T?[] z)" +
        " where T : class => null; }",
        "A: static T[]? B<T>(this T x, in int y, params T?[] z) where T : class", "A: static class")]
    [InlineData("public enum A : byte { B = 1, C = 4 }", "A: B = 1", "A: C = 4", "A: enum : byte")]
    [InlineData("public sealed record A(int? B = null);",
        "A: A(int? B = null)", "A: int? B { get; init; }", "A: sealed record : IEquatable<A>")]
    [InlineData("public static class A { public const double B = 0.5; public static void C(" +
        "System.DayOfWeek d = System.DayOfWeek.Monday, string s = \"x\\n\", float f = 0.1f, System.Guid g = default)" +
        " { } }",
        "A: const double B = 0.5", "A: static class",
        "A: static void C(DayOfWeek d = DayOfWeek.Monday, string s = \"x\\n\", float f = 0.1f, Guid g = default)")]
    [InlineData("public readonly struct A { public static A operator +(A x, A y) => x;" +
        " public static implicit operator A(int x) => default; public int this[int i] => i; }",
        "A: int this[int i] { get; }", "A: readonly struct", "A: static A operator +(A x, A y)",
        "A: static implicit operator A(int x)")]
    [InlineData("public static class A { public static (int X, (string? Y, int Z) P) B() => default; }",
        "A: static (int X, (string? Y, int Z) P) B()", "A: static class")]
    [InlineData("public delegate bool A<in T>(T x); ", "A<T>: delegate bool(T x)")]
    [InlineData("public static class A { public static T B<T>(T? x, System.Func<T?, string?> f) => x!; }",
        "A: static T B<T>(T? x, Func<T?, string?> f)", "A: static class")]
    [InlineData("public interface A<T> { public sealed class B<U>; System.Collections.Generic.List<T?> C(); }",
        "A<T>.B<U>: B()", "A<T>.B<U>: sealed class", "A<T>: List<T?> C()", "A<T>: interface")]
    [InlineData("public class A { public virtual A Make() => this; public override string ToString() => \"\"; }" +
        "public sealed class B : A { public override B Make() => this; }",
        "A: A()", "A: class", "A: virtual A Make()", "B: B()", "B: override B Make()", "B: sealed class : A")]
    [InlineData("namespace Hornet.Some { public sealed class A; public class B { protected A? Made(A a) => a; } }",
        "Hornet.Some.A: A()", "Hornet.Some.A: sealed class", "Hornet.Some.B: B()", "Hornet.Some.B: class",
        "Hornet.Some.B: protected Some.A? Made(Some.A a)")]
    public void Members_are_written_as_in_CSharp(string source, params string[] lines) =>
        Assert.Equal(lines, PublicApi.Of(Fixture.Compile(source)));
}
