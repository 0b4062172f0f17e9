using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hornet.Testing;

/// <summary>A method and its arguments.</summary>
public sealed record BoundCall(MethodBase Method, IReadOnlyList<object?> Arguments)
{
    /// <summary>Calls a static method or a constructor; its exceptions come as they are.</summary>
    public object? Invoke(object? target = null) => Method switch
    {
        ConstructorInfo constructor =>
            constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. Arguments], null),
        MethodInfo method when SpanCall.Takes(method) => SpanCall.Invoke(method, [.. Arguments]),
        _ => Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [.. Arguments], null),
    };
}

/// <summary>Finds the overload that takes a call of Python, and its arguments.</summary>
/// <remarks>
/// Arguments by position fill the parameters in their order, arguments by name those of that name in .NET's case.
/// Of several overloads the one with the nearest arguments is taken, of equal ones the first.
/// </remarks>
public sealed class CallBinder(IValueBinder binder)
{
    /// <summary>The call, or an <see cref="ArgumentException"/> that says why no overload takes it.</summary>
    public BoundCall Bind(IEnumerable<MethodBase> overloads, IReadOnlyList<CorpusValue> args, CorpusMap kwargs)
    {
        ArgumentNullException.ThrowIfNull(overloads);
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(kwargs);
        (BoundCall Call, int Cost)? best = null;
        var refusals = new List<string>();
        foreach (var method in overloads)
        {
            var attempt = new Attempt(method, binder);
            if (!attempt.Fill(args, kwargs))
            {
                refusals.Add($"{method}: {attempt.Refusal}");
            }
            else if (best is null || attempt.Cost < best.Value.Cost)
            {
                best = (attempt.Call, attempt.Cost);
            }
        }

        return best?.Call ?? throw new ArgumentException(
            $"No overload takes the arguments ({string.Join(", ", args)}) {kwargs}. {string.Join(" ", refusals)}");
    }

    /// <summary>One overload being filled.</summary>
    private sealed class Attempt(MethodBase method, IValueBinder binder)
    {
        private readonly ParameterInfo[] _parameters = method.GetParameters();
        private readonly Dictionary<ParameterInfo, object?> _arguments = [];

        public int Cost { get; private set; }

        public string? Refusal { get; private set; }

        public BoundCall Call => new(method, [.. _parameters.Select(parameter => _arguments[parameter])]);

        public bool Fill(IReadOnlyList<CorpusValue> args, CorpusMap kwargs) =>
            FillByPosition(args)
            && kwargs.Entries.All(entry => FillByName(entry.Key, entry.Value))
            && _parameters.All(HasValue);

        private bool FillByPosition(IReadOnlyList<CorpusValue> args)
        {
            for (var i = 0; i < args.Count; i++)
            {
                if (i >= _parameters.Length)
                {
                    return Refuse($"{args.Count} arguments by position are too many.");
                }

                if (IsParams(_parameters[i]))
                {
                    return Put(_parameters[i], new CorpusList([.. args.Skip(i)]));
                }

                if (!Put(_parameters[i], args[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private bool FillByName(string name, CorpusValue value)
        {
            var parameter = _parameters.FirstOrDefault(candidate => KerasNames.Match(name, candidate.Name!));
            return parameter is null ? Refuse($"It has no parameter '{KerasNames.ToCamelCase(name)}'.")
                : _arguments.ContainsKey(parameter) ? Refuse($"'{parameter.Name}' is given twice.")
                : Put(parameter, value);
        }

        private bool Put(ParameterInfo parameter, CorpusValue value)
        {
            var type = parameter.ParameterType;
            if (binder.TryBind(value, SpanCall.ElementOf(type)?.MakeArrayType() ?? type) is not { } bound)
            {
                return Refuse($"'{parameter.Name}' is of type {CorpusText.Type(type)} and cannot hold {value}.");
            }

            _arguments[parameter] = bound.Value;
            Cost += bound.Cost;
            return true;
        }

        private bool HasValue(ParameterInfo parameter)
        {
            if (_arguments.ContainsKey(parameter))
            {
                return true;
            }

            if (IsParams(parameter))
            {
                return Put(parameter, new CorpusList([]));
            }

            if (!parameter.HasDefaultValue)
            {
                return Refuse($"'{parameter.Name}' is not given.");
            }

            // The default of a struct is recorded as null.
            var type = parameter.ParameterType;
            _arguments[parameter] = parameter.DefaultValue
                ?? (IsPlainStruct(type) ? Activator.CreateInstance(type) : null);
            return true;
        }

        private static bool IsParams(ParameterInfo parameter) =>
            parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));

        private static bool IsPlainStruct(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

        private bool Refuse(string reason)
        {
            Refusal = reason;
            return false;
        }
    }
}
