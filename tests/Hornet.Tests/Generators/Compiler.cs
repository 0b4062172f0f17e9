using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Hornet.Generators;
using Hornet.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

/// <summary>Runs the generator on source text, compiles what it wrote and loads it.</summary>
internal static class Compiler
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(KerasRegistry).Assembly.Location)
            .Append(typeof(DType).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The sources and the fakes of Hornet's bases, not yet generated for.</summary>
    /// <remarks>The name lets the text see what is internal to Hornet.</remarks>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Hornet.Testing",
        [.. sources.Append(Fakes.Source).Select((source, i) => CSharpSyntaxTree.ParseText(source, path: $"{i}.cs"))],
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new KerasGenerator().AsSourceGenerator()],
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The errors that the generator reports, as <c>HORNET001: message</c>.</summary>
    public static string[] Problems(string source) =>
    [
        .. Driver().RunGenerators(Compilation(source)).GetRunResult().Diagnostics
            .Select(problem => $"{problem.Id}: {problem.GetMessage()}"),
    ];

    /// <summary>The generated file of a class.</summary>
    public static string Generated(string source, string file) => Driver()
        .RunGenerators(Compilation(source))
        .GetRunResult()
        .Results[0].GeneratedSources
        .Single(generated => generated.HintName == file)
        .SourceText.ToString();

    /// <summary>The assembly, which must compile without errors and warnings.</summary>
    public static Assembly Load(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources), out var compilation, out var problems);
        Assert.Empty(problems);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        // CS0436: the fakes stand for what Hornet has inside.
        Assert.Empty(result.Diagnostics.Where(
            found => found.Severity >= DiagnosticSeverity.Warning && found.Id != "CS0436"));
        image.Position = 0;
        // Of the name Hornet.Testing there is a loaded one already; another context keeps them apart.
        return new AssemblyLoadContext(null).LoadFromStream(image);
    }
}
