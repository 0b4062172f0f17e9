using Hornet.Conformance;
using Hornet.Layers;
using Hornet.Testing;
using Xunit.Abstractions;

namespace Hornet.Tests;

public sealed class SummaryTests(ITestOutputHelper output)
{
    [Fact]
    public void A_summary_is_Kerass_character_by_character() =>
        ProgramReport.Check("summary", "summary", output, (line, _, model) =>
        {
            Compile(line, model!);
            var text = string.Empty;
            Print(line, model!, received => text += received);
            var expected = line["text"].Text();
            return text == expected ? null : $"Expected\n{expected}\nReceived\n{text}";
        });

    [Fact]
    public void A_summary_is_printed_at_once()
    {
        var calls = 0;
        new Sequential([Keras.Input([4]), new Dense(2)]).Summary(printFn: _ => calls++);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_summary_too_narrow_for_its_columns_is_refused()
    {
        var model = new Sequential([Keras.Input([4]), new Dense(2)]);
        Assert.Throws<ArgumentException>(() => model.Summary(lineLength: 8, printFn: _ => { }));
    }

    [Fact]
    public void A_word_longer_than_its_column_is_cut()
    {
        var text = string.Empty;
        new Sequential([Keras.Input([4]), new Dense(2, name: new string('x', 30))])
            .Summary(lineLength: 40, printFn: received => text = received);
        Assert.Contains("xxx…", text, StringComparison.Ordinal);
    }

    private static void Compile(CorpusCase line, Model model)
    {
        if (line.Root.Find("compiled") is not { } optimizer)
        {
            return;
        }

        if (Hornet.Serialization.KerasRegistry.Find("keras.optimizers", Name(optimizer.Text())) is null)
        {
            throw new NotYetException($"the optimizer {optimizer}");
        }

        model.Compile(optimizer.Text(), "mse");
        model.Optimizer!.Build(model.TrainableVariables);
    }

    private static string Name(string optimizer) => optimizer switch
    {
        "sgd" => "SGD",
        "rmsprop" => "RMSprop",
        _ => Testing.KerasNames.ToPascalCase(optimizer),
    };

    private static void Print(CorpusCase line, Model model, Action<string> print)
    {
        var kwargs = line["kwargs"].Map();
        var call = new CallBinder(new PlainValueBinder())
            .Bind([typeof(Model).GetMethod(nameof(Model.Summary))!], [], kwargs);
        var index = call.Method.GetParameters().First(parameter => parameter.Name == "printFn").Position;
        object?[] arguments = [.. call.Arguments];
        arguments[index] = print;
        new BoundCall(call.Method, arguments).Invoke(model);
    }
}
