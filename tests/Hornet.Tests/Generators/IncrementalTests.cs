using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

public class IncrementalTests
{
    [Fact]
    public void An_edit_elsewhere_leaves_every_model_as_it_was()
    {
        const string source = """
            using Fakes;
            using Hornet.Serialization;

            [RegisterKerasSerializable("app")]
            public sealed partial class Dense(int units) : Layer
            {
                public int Units { get; } = units;
                private Variable? _kernel;
            }


            public sealed partial class Pair : Layer { private readonly Layer[] _both = []; }
            """;
        var compilation = Compiler.Compilation(source, "class Elsewhere { int x = 1; }");
        var driver = Compiler.Driver().RunGenerators(compilation);
        var edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.ElementAt(1),
            CSharpSyntaxTree.ParseText("class Elsewhere { int x = 2; }", path: "1.cs"));

        var result = driver.RunGenerators(edited).GetRunResult().Results[0];

        var reasons = result.TrackedSteps
            .Where(step => step.Key is "Derived" || step.Key.StartsWith("Hornet.", StringComparison.Ordinal))
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason)
            .ToArray();
        Assert.Equal(2, reasons.Length);
        Assert.All(reasons, reason => Assert.Contains(
            reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
