using Hornet.Conformance;
using Hornet.Programs;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Whole categories of reference cases, in which none may fail.</summary>
public sealed class CategoryTests
{
    [Theory]
    [InlineData("activations")]
    [InlineData("constraints")]
    [InlineData("dtypes")]
    [InlineData("initializers")]
    [InlineData("losses")]
    [InlineData("metrics")]
    [InlineData("random")]
    [InlineData("regularizers")]
    [InlineData("schedules")]
    [InlineData("optimizers")]
    public void No_reference_case_fails(string category) =>
        NoneFails(category, line => Judge.Run(line));

    [Fact]
    public void Optimizers_that_are_traced_and_replayed_give_the_same() => NoneFails("optimizers", line =>
        line.Has("vars") && line.Error is null ? new OptimizersInterpreter().Use(line, Traced) : Verdict.Passed());

    private static Func<Tensor[], Tensor[]> Traced(Func<Tensor[], Tensor[]> step)
    {
        var compiled = new CompiledFunction(step);
        return inputs => [.. compiled.Invoke([.. inputs.Cast<EagerTensor>()])];
    }

    private static void NoneFails(string category, Func<CorpusCase, Verdict> run)
    {
        var failures = new List<string>();
        foreach (var line in Corpus.Cases(category).Where(line => !OnPurpose.Includes(line)))
        {
            var verdict = run(line);
            if (verdict.Outcome == Outcome.Failed)
            {
                failures.Add($"{line.Id}: {verdict.Text}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
