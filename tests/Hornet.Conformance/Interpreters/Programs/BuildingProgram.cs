using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Carries out the steps of a case that builds a model.</summary>
internal sealed class BuildingProgram
{
    // What Python lets one ask of an object, and .NET does not compile.
    private static readonly string[] s_noWords = ["__bool__", "__iter__"];

    private static readonly Dictionary<string, (string? Operator, string? Function)> s_operators = new()
    {
        ["+"] = ("op_Addition", null),
        ["-"] = ("op_Subtraction", null),
        ["*"] = ("op_Multiply", null),
        ["/"] = ("op_Division", null),
        ["%"] = ("op_Modulus", null),
        ["<"] = ("op_LessThan", null),
        ["<="] = ("op_LessThanOrEqual", null),
        [">"] = ("op_GreaterThan", null),
        [">="] = ("op_GreaterThanOrEqual", null),
        ["neg"] = ("op_UnaryNegation", null),
        ["//"] = (null, "floor_divide"),
        ["**"] = (null, "power"),
        ["@"] = (null, "matmul"),
        ["!="] = (null, "not_equal"),
        ["abs"] = (null, "abs"),
    };

    private readonly Dictionary<string, object?> _variables = [];
    private readonly ProgramBinder _binder;

    public BuildingProgram() => _binder = new ProgramBinder(_variables);

    public object? this[string variable] => _variables[variable];

    public void Run(CorpusNode step)
    {
        var made = step[0].Text() switch
        {
            "new" => New(step[2].Text(), step[3], step[4].Map()),
            "fn" => Call(step[2].Text(), Items(step[3]), step[4].Map()),
            "call" => Apply(_binder[step[2].Value()]!, Items(step[3]), step[4].Map()),
            "do" => Do(_binder[step[2].Value()]!, step[3].Text(), Items(step[4]), step[5].Map()),
            "bin" => Operate(step[2].Text(), step.Items().Skip(3).Select(item => item.Value()).ToArray()),
            "item" => PartOf(_binder[step[2].Value()]!, step[3].Value()),
            "get" => ProgramProperties.Get(_binder[step[2].Value()]!, step[3].Text()),
            "set" => Set(_binder[step[2].Value()]!, step[3].Text(), step[4].Value()),
            var kind => throw new NotYetException($"the step {kind}"),
        };
        if (step[1].Raw.ValueKind == System.Text.Json.JsonValueKind.String)
        {
            _variables[step[1].Text()] = made;
        }
    }

    private static IReadOnlyList<CorpusValue> Items(CorpusNode list) => [.. list.Items().Select(item => item.Value())];

    private object? New(string className, CorpusNode args, CorpusMap kwargs)
    {
        var name = className[(className.LastIndexOf('.') + 1)..];
        var type = typeof(Keras).Assembly.GetTypes().FirstOrDefault(type => type.Name == name
            && type is { IsPublic: true, IsAbstract: false, Namespace: "Hornet" or "Hornet.Layers" })
            ?? throw new NotYetException(className);
        var first = type.IsAssignableTo(typeof(Layer)) && type != typeof(InputLayer)
            ? kwargs.Entries.Where(entry => entry.Key is "input_shape" or "input_dim").ToArray()
            : [];
        var others = kwargs.Entries.Except(first).Where(entry => !IsLeftOut(entry));
        var made = new CallBinder(_binder).Bind(type.GetConstructors(), Items(args),
            new CorpusMap([.. others])).Invoke();
        foreach (var (key, value) in first)
        {
            var shape = key == "input_dim" ? new CorpusList([value]) : value;
            typeof(Layer).GetProperty(nameof(Layer.InputShape))!.SetValue(
                made, _binder.TryBind(shape, typeof(Shape))?.Value
                    ?? throw new ArgumentException($"No shape: {value}."));
        }

        return made;
    }

    private object? Call(string name, IReadOnlyList<CorpusValue> args, CorpusMap kwargs)
    {
        var parts = name.Split('.');
        IReadOnlyList<MethodInfo> overloads = parts.Length == 2
            ? [.. typeof(Keras).GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => KerasNames.Match(parts[1], method.Name))]
            : Functions.Of(parts[1], parts[2]).Overloads;
        var given = kwargs.Entries.Where(entry => !IsLeftOut(entry));
        return new CallBinder(_binder).Bind(overloads, args, new CorpusMap([.. given])).Invoke();
    }

    // Hornet has no sparse and no ragged tensors, and no way to ask for none. C# takes no number for a shape.
    private static bool IsLeftOut(KeyValuePair<string, CorpusValue> argument) => argument switch
    {
        { Key: "shape" or "batch_shape", Value: CorpusInt size } =>
            throw new ArgumentException($"Expected a shape. Received: {size}."),
        { Key: "sparse" or "ragged", Value: CorpusBool { Value: false } } => true,
        _ => false,
    };

    private object? Apply(object callee, IReadOnlyList<CorpusValue> args, CorpusMap kwargs)
    {
        if (callee is Hornet.Function function)
        {
            return Unwrap(function.Apply(_binder.Nest(args[0])));
        }

        var layer = (Layer)callee;
        var named = new Dictionary<string, Nested<Tensor>>();
        var flags = new Dictionary<string, bool>();
        var first = args.Count > 0 ? null : kwargs.Keys.First(
            key => key == "inputs" || key == layer.BuildArgumentNames[0]);
        var names = layer.CallArgumentNames;
        string[] positional = [.. args.Skip(1).Select((_, i) => names.ElementAtOrDefault(i) ?? "mask")];
        for (var i = 0; i < positional.Length; i++)
        {
            named[positional[i]] = _binder.Nest(args[i + 1]);
        }

        foreach (var (key, value) in kwargs.Entries.Where(entry => entry.Key != "training" && entry.Key != first))
        {
            if (value is CorpusBool said)
            {
                flags[key] = layer.CallFlagNames.Contains(key) ? said.Value
                    : throw new NotYetException($"a call with {key}");
            }
            else
            {
                named[key] = _binder.Nest(value);
            }
        }

        var training = kwargs.Find("training") is CorpusBool flag ? flag.Value : (bool?)null;
        var inputs = _binder.Nest(first is null ? args[0] : kwargs[first]);
        return Unwrap(layer.Reapply(new CallArguments(inputs, named, training, flags)
        {
            Positional = positional,
            InputsName = first,
        }));
    }

    private object? Do(object target, string name, IReadOnlyList<CorpusValue> args, CorpusMap kwargs)
    {
        if (s_noWords.Contains(name))
        {
            throw new InvalidOperationException($".NET has no {name}.");
        }

        var methods = target.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(method => !method.IsSpecialName)
            .Where(method => KerasNames.Match(name == "build" ? "build_for" : name, method.Name)).ToArray();
        var made = methods.Length == 0
            ? throw new NotYetException($"{target.GetType().Name}.{name}")
            : new CallBinder(_binder).Bind(methods, args, kwargs).Invoke(target);
        return made is Nested<Tensor> nested ? Unwrap(nested) : made;
    }

    private object? Operate(string name, CorpusValue[] operands)
    {
        var (method, function) = s_operators[name];
        var overloads = method is not null
            ? typeof(Tensor).GetMethods().Where(candidate => candidate.Name == method)
            : Functions.Of("ops", function!).Overloads;
        return new CallBinder(_binder).Bind(overloads, operands[..(name is "neg" or "abs" ? 1 : 2)],
            CorpusMap.Empty).Invoke();
    }

    private object? PartOf(object target, CorpusValue index) => target switch
    {
        Tensor tensor => tensor[[.. (index is CorpusSequence list ? list.Items : [index]).Select(
            item => (TensorIndex)_binder.TryBind(item, typeof(TensorIndex))!.Value.Value!)]],
        Nested<Tensor> nested => Unwrap(index is CorpusString key
            ? nested[key.Value] : nested[(int)((CorpusInt)index).Value]),
        IList items => items[(int)((CorpusInt)index).Value],
        ITuple items => items[(int)((CorpusInt)index).Value],
        _ => throw new NotYetException($"an item of {target.GetType().Name}"),
    };

    private object? Set(object target, string name, CorpusValue value)
    {
        var property = ProgramProperties.Find(target, name);
        if (property.SetMethod is not { IsPublic: true })
        {
            throw new InvalidOperationException($"{name} can only be read.");
        }

        property.SetValue(target, _binder.TryBind(value, property.PropertyType)!.Value.Value);
        return null;
    }

    private static object? Unwrap(Nested<Tensor> result) => result.IsLeaf ? (object?)result.Value : result;
}
