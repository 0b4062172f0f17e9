using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Carries out the steps of a case, each a call of a function or a method.</summary>
internal sealed class Script : IDisposable
{
    // The methods by which Python's brackets, len and del work, in .NET's names.
    private static readonly Dictionary<string, string> s_methods = new()
    {
        ["__setitem__"] = "set_Item",
        ["__getitem__"] = "get_Item",
        ["__delitem__"] = "Remove",
        ["__len__"] = "get_Count",
    };

    // What Keras still takes, and no longer looks at.
    private static readonly string[] s_withoutEffect = ["check_types"];

    private readonly Dictionary<string, object?> _variables = [];
    private readonly CorpusCase _line;
    private readonly string _scratch = Path.Combine(Path.GetTempPath(), $"hornet-{Guid.NewGuid():N}");
    private readonly Hornet.Session _before = Hornet.Session.Current;
    private readonly ScriptBinder _binder;

    public Script(CorpusCase line)
    {
        _line = line;
        _binder = new ScriptBinder(_variables, FileOf, Scratch);
    }

    public Verdict Run()
    {
        foreach (var step in _line["steps"].Items())
        {
            _ = step.Find("fn") is { } name ? KerasSymbol.Of(name.Text()) : null;
        }

        Hornet.Session.Current = new Hornet.Session();
        return Verdict.Of(
            _line["steps"].Items().Select(Difference).FirstOrDefault(difference => difference is not null));
    }

    public void Dispose()
    {
        Hornet.Session.Current = _before;
        if (Directory.Exists(_scratch))
        {
            Directory.Delete(_scratch, recursive: true);
        }
    }

    private string? Difference(CorpusNode step, int index)
    {
        var where = $"step {index}, {(step.Find("fn") ?? step.Find("get") ?? step["call"]).Text()}";
        object? made;
        try
        {
            made = Do(step);
        }
        catch (Exception error) when (step.Find("error") is not null && Refusals.Includes(error))
        {
            return null;
        }

        if (step.Find("error") is { } expected)
        {
            return $"{where}: Expected a refusal, as Keras's {expected.Text()}. "
                + $"Received: {Actual.Text(ScriptViews.Plain(made))}.";
        }

        if (step.Find("as") is { } variable)
        {
            _variables[variable.Text()] = made;
        }

        var view = step.Find("view")?.Text();
        return view == "none" || step.Find("out") is not { } result ? null : ProgramValues.Difference(
            result.Value(), ScriptViews.Of(view, made, Files), _line.Tolerances, where);
    }

    private object? Do(CorpusNode step)
    {
        var args = step.Find("args") is { } given ? ((CorpusSequence)given.Value()).Items : [];
        var kwargs = new CorpusMap([.. (step.Find("kwargs")?.Map() ?? CorpusMap.Empty).Entries
            .Where(entry => !s_withoutEffect.Contains(entry.Key))]);
        if (step.Find("fn") is { } function)
        {
            return KerasSymbol.Of(function.Text()).Call(_binder, args, kwargs);
        }

        var target = _variables[step["on"].Text()]
            ?? throw new InvalidOperationException($"Expected an object in {step["on"].Text()}. Received: null.");
        return step.Find("get") is { } property
            ? ProgramProperties.Get(target, property.Text())
            : Call(target, step["call"].Text(), args, kwargs);
    }

    private object? Call(object target, string name, IReadOnlyList<CorpusValue> args, CorpusMap kwargs) =>
        (name, target) switch
        {
            ("__iter__", _) => target,
            ("__len__", ICollection items) => items.Count,
            ("get", JsonObject fields) => fields[((CorpusString)args[0]).Value],
            ("__call__", Layer layer) => Single(layer.Apply(
                (Nested<Tensor>)_binder.TryBind(args[0], typeof(Nested<Tensor>))!.Value.Value!)),
            _ => new CallBinder(_binder).Bind(MethodsOf(target, name), args, kwargs).Invoke(target),
        };

    private static IEnumerable<MethodBase> MethodsOf(object target, string name)
    {
        var methods = target.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => s_methods.TryGetValue(name, out var special)
                ? method.Name == special
                : KerasNames.Match(name, method.Name))
            .ToArray();
        return methods.Length > 0 ? methods : throw new NotYetException($"{target.GetType().Name}.{name}");
    }

    private static object? Single(Nested<Tensor> result) => result.IsLeaf ? (object?)result.Value : result;

    private string Files() => Corpus.FileOf(_line.Category, "files");

    private string FileOf(string name) => Path.Combine(Files(), name);

    private string Scratch(string name)
    {
        Directory.CreateDirectory(_scratch);
        return Path.Combine(_scratch, name);
    }
}
