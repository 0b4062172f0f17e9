using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Builds the models of <c>keras.applications</c> and prepares their images.</summary>
internal sealed class ApplicationsInterpreter : Interpreter
{
    private const string Module = "keras.applications";

    // The module of a builder whose name does not begin with it.
    private static readonly Dictionary<string, string> s_modules = new()
    {
        ["DenseNet"] = "densenet",
        ["EfficientNetV2"] = "efficientnet_v2",
        ["EfficientNetB"] = "efficientnet",
        ["ConvNeXt"] = "convnext",
        ["MobileNetV3"] = "mobilenet_v3",
        ["MobileNetV2"] = "mobilenet_v2",
        ["MobileNet"] = "mobilenet",
        ["NASNet"] = "nasnet",
        ["InceptionResNetV2"] = "inception_resnet_v2",
        ["InceptionV3"] = "inception_v3",
        ["VGG16"] = "vgg16",
        ["VGG19"] = "vgg19",
        ["Xception"] = "xception",
    };

    public override string Category => "applications";

    public override Verdict Run(CorpusCase line)
    {
        Keras.ClearSession();
        return line.Has("module") ? Preprocess(line)
            : line.Error is not null ? Judge.Compare(line, () => Build(line).Name)
            : line.Has("x_shape") ? Forward(line)
            : Verdict.Of(BuilderFacts.Difference(line["facts"], Build(line)));
    }

    private static Model Build(CorpusCase line) => (Model)KerasSymbol.Of($"{Module}.{line["builder"].Text()}")
        .Call(new HornetBinder(), [], line.Map("kwargs"))!;

    private static Verdict Preprocess(CorpusCase line)
    {
        var function = KerasSymbol.Of($"{Module}.{line["module"].Text()}.preprocess_input");
        var named = new CorpusMap([.. line.Root.Fields()
            .Where(field => field.Key is "data_format" or "mode")
            .Select(field => KeyValuePair.Create(field.Key, field.Value.Value()))]);
        return Judge.Compare(line, () => function.Call(new HornetBinder(), [line.Value("x")], named));
    }

    private static Verdict Forward(CorpusCase line)
    {
        var model = Build(line);
        FormulaWeights.Set(model);
        var images = FormulaWeights.Images([.. line["x_shape"].Items().Select(axis => (int?)axis.Integer())]);
        var prepare = KerasSymbol.Of($"{Module}.{ModuleOf(line["builder"].Text())}.preprocess_input");
        var prepared = prepare.Overloads.First(method => method.GetParameters()[0].ParameterType == typeof(Tensor));
        object?[] arguments = [images, .. prepared.GetParameters().Skip(1).Select(rest => rest.DefaultValue)];
        return Judge.Compare(line, () => model.Predict((Tensor)prepared.Invoke(null, arguments)!, verbose: 0));
    }

    private static string ModuleOf(string builder) =>
        s_modules.FirstOrDefault(entry => builder.StartsWith(entry.Key, StringComparison.Ordinal)).Value
        ?? (builder.EndsWith("V2", StringComparison.Ordinal) ? "resnet_v2" : "resnet");
}
