using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Builds models step by step and compares what they are, what they give, and their JSON.</summary>
internal sealed class ModelsInterpreter : Interpreter
{
    public override string Category => "models";

    public override Verdict Run(CorpusCase line) => ProgramCase.Run(line, (program, model) =>
        Values(line, program)
        ?? Facts(line, model)
        ?? Forward(line, model)
        ?? (line.Has("json") ? ModelJson.Difference(line, model!) : null));

    /// <summary>Sets a model's weights as they were recorded, and gives the inputs that go with them.</summary>
    public static Nested<Tensor> Prepare(CorpusCase line, Model model)
    {
        if (line.Root.Find("w") is { } weights)
        {
            model.SetWeights([.. weights.Items().Select(each => CorpusTensors.Of((CorpusArray)each.Value()))]);
        }

        return new ProgramBinder(new Dictionary<string, object?>()).Nest(line.Value("in"));
    }

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

        var inputs = Prepare(line, model!);
        return CorpusCompare.Difference(
            expected.ValueOrMap(), Actual.Of(model!.ApplyMany(inputs, training: false)), line.Tolerances, "out");
    }
}
