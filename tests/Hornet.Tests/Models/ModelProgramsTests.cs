using Hornet.Conformance;
using Hornet.Testing;
using Xunit.Abstractions;

namespace Hornet.Tests;

/// <summary>The reference programs that build models, as far as their classes exist.</summary>
public sealed class ModelProgramsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Groups => [.. Corpus.Groups("models")];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Models_are_what_Keras_makes_of_the_same_program(string group) =>
        ProgramReport.Check("models", group, output, (line, program, model) =>
            Values(line, program) ?? Facts(line, model) ?? Forward(line, model));

    private static string? Values(CorpusCase line, BuildingProgram program)
    {
        foreach (var (variable, expected) in line.Root.Find("values")?.Fields() ?? [])
        {
            var difference = ProgramValues.Difference(
                expected.ValueOrMap(), program[variable], line.Tolerances, variable);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Facts(CorpusCase line, Model? model) =>
        line.Root.Find("facts") is { IsNull: false } facts ? ModelFacts.Difference(facts, model!) : null;

    private static string? Forward(CorpusCase line, Model? model)
    {
        if (line.Root.Find("out") is not { } expected)
        {
            return null;
        }

        var weights = line["w"].Items();
        model!.SetWeights([.. weights.Select(weight => CorpusTensors.Of((CorpusArray)weight.Value()))]);
        var inputs = line["in"].Items().Select(input => CorpusTensors.Of((CorpusArray)input.Value())).ToArray();
        var arguments = inputs is [var only] ? only : (Nested<Tensor>)inputs;
        if (model.Graph is { InputStructure: { IsDictionary: true } structure })
        {
            arguments = structure.Pack(inputs);
        }

        return CorpusCompare.Difference(
            expected.ValueOrMap(), Actual.Of(model.ApplyMany(arguments, training: false)), line.Tolerances, "out");
    }
}
