namespace Hornet.Tests;

/// <summary>The rules of the house find what they are there to find, and nothing else.</summary>
public sealed class RulesTests
{
    [Fact]
    public void A_long_file_a_long_line_and_a_long_method_are_found()
    {
        var body = string.Concat(Enumerable.Repeat("        ;\n", 38));
        var method = $"class A\n{{\n    void B()\n    {{\n{body}    }}\n}}\n";
        var file = new SourceFile("a.cs", $"{method}// {new string('x', 118)}\n{new string('\n', 260)}");

        Assert.Equal(["a.cs: 305 lines, at most 300: split it by idea"], CodeRules.LongFiles(file));
        Assert.Equal(["a.cs:45: 121 columns, at most 120"], CodeRules.LongLines(file));
        Assert.Equal(["a.cs:3: 41 lines in one method, at most 40"], CodeRules.LongMethods(file));
        Assert.Empty(CodeRules.LongFiles(new SourceFile("b.cs", new string('\n', 300))));
    }

    [Fact]
    public void Unsafe_and_unfinished_code_is_found()
    {
        var file = new SourceFile("a.cs", "class A\n{\n    unsafe void B() { } // TODO: C\n}\n");

        Assert.Equal(["a.cs:3: unsafe code stands in Hornet.Native only"], CodeRules.UnsafeCode(file));
        Assert.Equal(["a.cs:3: TODO: finish it, or take it out"], CodeRules.Unfinished(file));
        Assert.Empty(CodeRules.UnsafeCode(new SourceFile("a.cs", "class A; // unsafe")));
    }

    [Fact]
    public void An_excuse_that_nothing_needs_is_found()
    {
        var text = new string('\n', 301);
        SourceFile[] files = [new("a.cs", text), new("b.cs", "\n"), new("c.cs", text)];
        var excused = new Excused(
            ["# text", "file\ta.cs\twhy", "file\tb.cs\twhy", "file\tgone.cs\twhy", "line\tc.cs\twhy"]);

        Assert.Equal(
            ["c.cs: 301 lines, at most 300: split it by idea",
                "b.cs: needs no excuse any more (file): take it off the list",
                "gone.cs: needs no excuse any more (file): take it off the list"],
            excused.Apply("file", files, CodeRules.LongFiles));
    }

    [Fact]
    public void Ops_that_are_no_values_are_found()
    {
        var assembly = Fixture.Compile("""
            internal abstract record Op;
            internal abstract record UnaryPrimitive : Op;
            public sealed record Shape(int Rank);
            public static class Ops
            {
                private sealed record SoftmaxOp(int Axis, Shape Shape, double? P, (int, string) T) : UnaryPrimitive;
                private sealed record PadOp(int[] Widths, System.Collections.Generic.List<int> L) : UnaryPrimitive;
                private sealed record CachedOp(int Axis) : UnaryPrimitive { private readonly int _twice = Axis * 2; }
                private sealed record KernelOp(int[] Specs) : Op
                {
                    public bool Equals(KernelOp other) => ReferenceEquals(this, other);
                    public override int GetHashCode() => 0;
                }
                private record OpenOp : Op;
                private sealed record StrayOp;
                private sealed record Misnamed : Op;
                private abstract record ReductionOp : Op;
            }
            """);

        Assert.Equal(
            ["Ops+CachedOp: the field _twice is part of equality: compute it, or make it a parameter",
                "Ops+PadOp: L (List`1) compares by reference", "Ops+PadOp: Widths (Int32[]) compares by reference"],
            OpRules.OpsOf(assembly).SelectMany(OpRules.NotAValue).Order());
        Assert.Equal(
            ["Ops+Misnamed: expected a name that ends in Op", "Ops+OpenOp: expected sealed (or abstract)",
                "Ops+StrayOp: is named as an op and does not derive from Op"],
            OpRules.OpsOf(assembly).SelectMany(OpRules.NotAnOp).Order());
    }

    [Fact]
    public void Classes_left_open_and_classes_without_tests_are_found()
    {
        var types = Fixture.Compile("""
            namespace Hornet.Layers
            {
                public abstract class Layer;
                public class Dense : Layer;
                public sealed class Add : Layer;
                public sealed class ReLU : Layer;
            }
            namespace Hornet.Optimizers.Schedules { public sealed class Decay; }
            namespace Hornet { public class Model; public enum Kind { A } public sealed class Other; }
            """).GetExportedTypes();
        var tests = new TestIndex(
        [
            new("src/Hornet/Layers/Activations/Family.cs", "class ReLU; class Add;"),
            new("tests/Hornet.Tests/Layers/Activations/FamilyTests.cs", "class FamilyTests { ReLU? A; }"),
            new("tests/Hornet.Tests/Layers/Core/DenseTests.cs", "class DenseLayerTests;"),
            new("tests/Hornet.Tests/Ops/AddTests.cs", "class AddTests;"),
        ]);

        Assert.Equal(["Hornet.Layers.Dense: expected sealed or abstract"],
            types.SelectMany(ClassRules.NeitherSealedNorAbstract));
        Assert.Equal(
            ["Hornet.Layers.Add: expected a class AddTests below tests/Hornet.Tests/Layers",
                "Hornet.Optimizers.Schedules.Decay: expected a class DecayTests below tests/Hornet.Tests/Optimizers"],
            types.SelectMany(type => ClassRules.WithoutTests(type, tests)).Order());
    }

    [Fact]
    public void Dependencies_that_point_up_are_found()
    {
        SourceFile[] files =
        [
            new("src/Hornet/Layers/Dense.cs", "class Dense; class Add; partial class Both; class Layer { Model? M; }"),
            new("src/Hornet/Models/Model.cs", "class Model { Dense D; }"),
            new("src/Hornet/Losses/Huber.cs", "class Huber { Model M; }"),
            new("src/Hornet/Ops/Both.cs", "partial class Both;"),
            new("src/Hornet/Ops/Add.cs", """
                using Hornet.Layers;
                class Ops
                {
                    int Huber { get; }
                    object A(Both both) => Add(Huber.Count) ?? new Add();
                    Layers.Dense? B(object x) => x is Dense dense && Dense.Is(x) ? dense : (Dense)x;
                    object C(object x) => x switch { Model => 1, System.Collections.Generic.List<Layer> => 2 };
                }
                """),
        ];

        Assert.Equal(
            ["src/Hornet/Layers/Dense.cs:1: Layers must not know Model of Models",
                "src/Hornet/Ops/Add.cs:5: Ops must not know Add of Layers",
                .. Enumerable.Repeat("src/Hornet/Ops/Add.cs:6: Ops must not know Dense of Layers", 4),
                "src/Hornet/Ops/Add.cs:7: Ops must not know Layer of Layers",
                "src/Hornet/Ops/Add.cs:7: Ops must not know Model of Models"],
            DependencyRules.Breaches(files).Order(StringComparer.Ordinal));
    }
}
