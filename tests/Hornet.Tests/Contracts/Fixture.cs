using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

/// <summary>Source text that a contract test compiles, to see what the contract says of it.</summary>
internal static class Fixture
{
    private static int s_count;

    /// <summary>Everything that the tests themselves run with.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static Assembly Compile(string source)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var name = $"Fixture{Interlocked.Increment(ref s_count)}";
        var tree = CSharpSyntaxTree.ParseText(source);
        return Load(CSharpCompilation.Create(name, [tree], References, options));
    }

    /// <summary>Emits a compilation into memory and loads it; fails with the compiler's errors.</summary>
    public static Assembly Load(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }
}
