using System.Linq.Expressions;
using System.Reflection;

namespace Hornet.Conformance;

/// <summary>A function of Keras as an argument of another one.</summary>
internal static class ScriptFunction
{
    private static readonly string[] s_modules = ["ops", "tree"];

    /// <summary>The function as a delegate of any type.</summary>
    public static Delegate Make(string name, Type type)
    {
        var symbol = Find(name);
        var signature = type.GetMethod("Invoke")!;
        var parameters = signature.GetParameters()
            .Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var arguments = Expression.NewArrayInit(
            typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object))));
        Func<object?[], object?> call = given => Result(Call(symbol, given), signature.ReturnType);
        var body = Expression.Convert(Expression.Invoke(Expression.Constant(call), arguments), signature.ReturnType);
        return Expression.Lambda(type, body, parameters).Compile();
    }

    private static KerasSymbol Find(string name)
    {
        foreach (var module in s_modules)
        {
            try
            {
                return KerasSymbol.Of($"keras.{module}.{name}");
            }
            catch (NotYetException)
            {
                // It may stand in the next module.
            }
        }

        throw new NotYetException($"keras.ops.{name}");
    }

    private static object? Call(KerasSymbol symbol, object?[] given)
    {
        // A function of several arguments may get them as one array.
        object?[] values = given is [object[] several] ? several : given;
        foreach (var method in symbol.Overloads)
        {
            var parameters = method.GetParameters();
            if (parameters.Length < values.Length || !parameters.Skip(values.Length).All(rest => rest.HasDefaultValue))
            {
                continue;
            }

            var bound = values.Select((value, i) => Convert(value, parameters[i].ParameterType)).ToArray();
            if (bound.All(argument => argument.Fits))
            {
                return method.Invoke(
                    null, BindingFlags.DoNotWrapExceptions, null,
                    [.. bound.Select(argument => argument.Value),
                        .. parameters.Skip(values.Length).Select(rest => rest.DefaultValue)], null);
            }
        }

        throw new ArgumentException($"Expected arguments of {symbol.Name}. Received: {string.Join(", ", values)}.");
    }

    private static object? Result(object? value, Type type) =>
        type == typeof(Nested<object>) && value is not Nested<object> ? Nested.Leaf(value) : value;

    private static (bool Fits, object? Value) Convert(object? value, Type type) => value switch
    {
        _ when type.IsInstanceOfType(value) => (true, value),
        Nested<object> { IsLeaf: true } leaf => Convert(leaf.Value, type),
        null => (!type.IsValueType, null),
        int number when type == typeof(Tensor) => (true, (Tensor)number),
        double number when type == typeof(Tensor) => (true, (Tensor)number),
        bool flag when type == typeof(Tensor) => (true, (Tensor)flag),
        Array array when type == typeof(Tensor) => (true, Tensor.From(array)),
        _ when type == typeof(Nested<object>) => (true, value as Nested<object> ?? Nested.Leaf(value)),
        _ => (false, null),
    };
}
