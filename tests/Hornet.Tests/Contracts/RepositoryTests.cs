using System.Reflection;

namespace Hornet.Tests;

/// <summary>The rules of the house, held for every file and every type.</summary>
public sealed class RepositoryTests
{
    private static readonly IReadOnlyList<SourceFile> s_files = Repository.Sources;
    private static readonly Assembly s_hornet = Assembly.Load("Hornet");
    private static readonly Excused s_excused = new(new Baseline("Excused.txt").ReadLines());

    [Fact]
    public void Files_are_short() =>
        Rules.Hold(s_excused.Apply("file", s_files, CodeRules.LongFiles), "Expected short files, one idea each.");

    [Fact]
    public void Lines_are_short() =>
        Rules.Hold(s_excused.Apply("line", s_files, CodeRules.LongLines), "Expected short lines.");

    [Fact]
    public void Methods_are_short() =>
        Rules.Hold(s_excused.Apply("method", s_files, CodeRules.LongMethods), "Expected short methods.");

    [Fact]
    public void Unsafe_code_stands_in_one_project()
    {
        const string Native = "src/Hornet.Native/";
        var files = s_files.Where(file => !file.Path.StartsWith(Native, StringComparison.Ordinal));
        var projects = new[] { "src", "tests", "samples", "benchmarks" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Where(path => File.ReadAllText(path).Contains("AllowUnsafeBlocks", StringComparison.Ordinal))
            .Select(Repository.RelativePath)
            .Where(path => !path.StartsWith(Native, StringComparison.Ordinal));

        Rules.Hold(
            files.SelectMany(CodeRules.UnsafeCode).Concat(projects), "Expected safe code outside Hornet.Native.");
    }

    [Fact]
    public void Nothing_is_unfinished()
    {
        var source = s_files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

        Rules.Hold(source.SelectMany(CodeRules.Unfinished), "Expected finished code.");
    }

    [Fact]
    public void Ops_are_sealed_records_named_so() =>
        Rules.Hold(OpRules.OpsOf(s_hornet).SelectMany(OpRules.NotAnOp), "Expected ops that are sealed records.");

    [Fact]
    public void Ops_are_equal_by_value() =>
        Rules.Hold(OpRules.OpsOf(s_hornet).SelectMany(OpRules.NotAValue), "Expected ops that are values.");

    [Fact]
    public void Ops_have_tests()
    {
        var tests = new TestIndex(s_files);

        Rules.Hold(
            from op in OpRules.OpsOf(s_hornet)
            let name = op.Name[..^"Op".Length]
            where !tests.HasTests(op.Name, name, "Ops")
            select $"{op.FullName}: expected a class {name}Tests below tests/Hornet.Tests/Ops",
            "Expected tests for every op: a kernel call that no test makes may end the process.");
    }

    [Fact]
    public void Public_classes_are_sealed_or_abstract() =>
        Rules.Hold(s_hornet.GetExportedTypes().SelectMany(ClassRules.NeitherSealedNorAbstract),
            "Expected public classes that are sealed or abstract.");

    [Fact]
    public void Public_classes_of_Keras_kinds_have_tests()
    {
        var tests = new TestIndex(s_files);

        Rules.Hold(s_hornet.GetExportedTypes().SelectMany(type => ClassRules.WithoutTests(type, tests)),
            "Expected tests for every layer, loss, metric and the like.");
    }

    [Fact]
    public void Dependencies_point_one_way() =>
        Rules.Hold(DependencyRules.Breaches(s_files), "Expected no knowledge of what is built on a folder.");
}
