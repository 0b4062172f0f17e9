using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Builds models step by step and compares what is printed of them.</summary>
internal sealed class SummaryInterpreter : Interpreter
{
    public override string Category => "summary";

    public override Verdict Run(CorpusCase line) => line.Group == "summary"
        ? ProgramCase.Run(line, (_, model) => Text(line, model!))
        : throw new NotYetException("keras.utils.model_to_dot");

    private static string? Text(CorpusCase line, Model model)
    {
        Compile(line, model);
        var received = string.Empty;
        Print(line, model, text => received += text);
        var expected = line["text"].Text();
        return received == expected ? null : $"Expected\n{expected}\nReceived\n{received}";
    }

    private static void Compile(CorpusCase line, Model model)
    {
        if (line.Root.Find("compiled") is not { } optimizer)
        {
            return;
        }

        if (KerasRegistry.Find("keras.optimizers", ClassName(optimizer.Text())) is null)
        {
            throw new NotYetException($"the optimizer {optimizer}");
        }

        model.Compile(optimizer.Text(), "mse");
        model.Optimizer!.Build(model.TrainableVariables);
    }

    private static string ClassName(string optimizer) => optimizer switch
    {
        "sgd" => "SGD",
        "rmsprop" => "RMSprop",
        _ => KerasNames.ToPascalCase(optimizer),
    };

    private static void Print(CorpusCase line, Model model, Action<string> print)
    {
        var call = new CallBinder(new PlainValueBinder())
            .Bind([typeof(Model).GetMethod(nameof(Model.Summary))!], [], line["kwargs"].Map());
        var index = call.Method.GetParameters().First(parameter => parameter.Name == "printFn").Position;
        object?[] arguments = [.. call.Arguments];
        arguments[index] = print;
        new BoundCall(call.Method, arguments).Invoke(model);
    }
}
