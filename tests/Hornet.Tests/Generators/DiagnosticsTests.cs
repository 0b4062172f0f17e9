namespace Hornet.Tests;

public class DiagnosticsTests
{
    private static string[] Problems(string source) => Compiler.Problems($"""
        using System.Collections.Generic;
        using Fakes;
        using Hornet.Serialization;

        {source}
        """);

    private static void HasOne(string id, string text, string source)
    {
        var problem = Assert.Single(Problems(source));
        Assert.StartsWith(id, problem, StringComparison.Ordinal);
        Assert.Contains(text, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_owns_something_trackable_must_be_partial() => HasOne(
        "HORNET001", "'Pair' must be partial", "public sealed class Pair : Layer { private List<Layer> _inner = []; }");

    [Fact]
    public void What_files_can_name_must_be_partial() => HasOne(
        "HORNET001", "files can name it", "[RegisterKerasSerializable] public sealed class Empty : Layer;");

    [Fact]
    public void What_is_local_to_a_file_cannot_be_completed() => HasOne(
        "HORNET001", "none local to its file", "file sealed partial class Pair : Layer { private Layer? _inner; }");

    [Fact]
    public void The_classes_around_it_must_be_partial() => HasOne(
        "HORNET001", "'Inner'", "public class Outer { public sealed partial class Inner : Layer { Layer? _layer; } }");

    [Fact]
    public void What_owns_nothing_need_not_be_partial() => Assert.Empty(Problems(
        "public interface ILog; public sealed class Free(ILog log) : Layer { private readonly ILog _log = log; }"));

    [Fact]
    public void A_parameter_needs_a_property() => HasOne(
        "HORNET002",
        "'Units'",
        "[RegisterKerasSerializable] public sealed partial class A(int units) : Layer { int _u = units; }");

    [Fact]
    public void There_must_be_one_public_constructor() => HasOne(
        "HORNET003",
        "2 public constructors",
        "[RegisterKerasSerializable] public sealed partial class A : Layer { public A() { } public A(string s) { } }");

    [Fact]
    public void A_second_constructor_may_be_internal() => Assert.Empty(Problems(
        "[RegisterKerasSerializable] public sealed partial class A : Layer { public A() { } internal A(int s) { } }"));

    [Fact]
    public void What_files_can_name_must_not_be_private() => HasOne(
        "HORNET004",
        "private",
        "public partial class Outer { [RegisterKerasSerializable] private sealed partial class A : Layer; }");

    [Fact]
    public void What_files_can_name_must_not_be_generic() => HasOne(
        "HORNET004", "generic", "[RegisterKerasSerializable] public sealed partial class A<T> : Layer;");

    [Theory]
    [InlineData("System.Action")]
    [InlineData("Plain")]
    [InlineData("Dictionary<int, int>")]
    [InlineData("int[,]")]
    [InlineData("List<Plain>")]
    public void A_type_that_configurations_cannot_hold_is_refused(string type) => HasOne(
        "HORNET005",
        "IConfigValue",
        $"[RegisterKerasSerializable] public partial class A({type} x) : Layer {{ public {type} X {{ get; }} = x; }}");

    [Fact]
    public void A_parameter_outside_of_configurations_must_be_optional() => HasOne(
        "HORNET006",
        "default value",
        "[RegisterKerasSerializable] public sealed partial class A([NotInConfig] int x) : Layer;");

    [Fact]
    public void A_captured_layer_is_not_lost_in_silence() => HasOne(
        "HORNET007",
        "'inner'",
        "public sealed partial class A(Layer inner) : Layer { public string Inner() => inner.Name; }");

    [Fact]
    public void A_layer_that_only_initializes_a_member_is_not_captured() => Assert.Empty(Problems(
        "public sealed partial class A(Layer inner) : Layer(inner.Name) { public Layer Inner { get; } = inner; }"));
}
