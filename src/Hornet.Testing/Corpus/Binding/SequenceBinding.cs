using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hornet.Testing;

/// <summary>Arrays, lists, tuples and dictionaries, part by part.</summary>
internal static class SequenceBinding
{
    private static readonly MethodInfo s_fromSpan =
        typeof(SequenceBinding).GetMethod(nameof(FromSpan), BindingFlags.NonPublic | BindingFlags.Static)!;

    private delegate TCollection Creator<TElement, TCollection>(ReadOnlySpan<TElement> items);

    public static BoundValue? TryBind(CorpusValue value, Type type, IValueBinder binder) => value switch
    {
        CorpusSequence items when type.IsAssignableTo(typeof(ITuple)) => AsTuple(items, type, binder),
        CorpusSequence items when ElementOf(type) is { } element => AsCollection(items, type, element, binder),
        CorpusMap map => AsDictionary(map, type, binder),
        _ => null,
    };

    private static BoundValue? AsTuple(CorpusSequence items, Type type, IValueBinder binder)
    {
        var parts = type.GetGenericArguments();
        if (parts.Length != items.Count || items.Count > 7)
        {
            return null; // an eighth part would stand in a tuple of its own
        }

        return Bind(items.Items, i => parts[i], binder) is { } bound
            ? new BoundValue(Activator.CreateInstance(type, bound.Values), bound.Cost)
            : null;
    }

    private static BoundValue? AsCollection(CorpusSequence items, Type type, Type element, IValueBinder binder)
    {
        if (Bind(items.Items, _ => element, binder) is not { } bound)
        {
            return null;
        }

        var array = Array.CreateInstance(element, items.Count);
        bound.Values.CopyTo(array, 0);
        if (type.IsInstanceOfType(array))
        {
            return new BoundValue(array, bound.Cost);
        }

        if (type.GetCustomAttribute<CollectionBuilderAttribute>() is { } builder)
        {
            return Build(builder, element, type, array) is { } built ? new BoundValue(built, bound.Cost) : null;
        }

        return new BoundValue(Activator.CreateInstance(type, [array]), bound.Cost);
    }

    private static BoundValue? AsDictionary(CorpusMap map, Type type, IValueBinder binder)
    {
        if (!type.IsGenericType || type.GetGenericArguments() is not [var key, var element] || key != typeof(string))
        {
            return null;
        }

        var concrete = typeof(Dictionary<,>).MakeGenericType(key, element);
        List<CorpusValue> values = [.. map.Entries.Select(entry => entry.Value)];
        if (!concrete.IsAssignableTo(type) || Bind(values, _ => element, binder) is not { } bound)
        {
            return null;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(concrete)!;
        foreach (var (name, value) in map.Keys.Zip(bound.Values))
        {
            dictionary.Add(name, value);
        }

        return new BoundValue(dictionary, bound.Cost);
    }

    // Arrays, the interfaces that arrays have, List<T>, and what collection expressions make.
    private static Type? ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetArrayRank() == 1 ? type.GetElementType() : null;
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var element])
        {
            var list = typeof(List<>).MakeGenericType(element);
            return element.MakeArrayType().IsAssignableTo(type) || type == list ? element : Built(type);
        }

        return Built(type);
    }

    private static Type? Built(Type type) => type.IsDefined(typeof(CollectionBuilderAttribute), inherit: false)
        ? type.GetInterfaces().FirstOrDefault(IsEnumerable)?.GetGenericArguments()[0]
        : null;

    private static bool IsEnumerable(Type face) =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static (object?[] Values, int Cost)? Bind(
        IReadOnlyList<CorpusValue> items, Func<int, Type> typeOf, IValueBinder binder)
    {
        var values = new object?[items.Count];
        var cost = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (binder.TryBind(items[i], typeOf(i)) is not { } bound)
            {
                return null;
            }

            values[i] = bound.Value;
            cost = Math.Max(cost, bound.Cost);
        }

        return (values, cost);
    }

    // A collection may refuse its elements: a shape has no negative axes.
    private static object? Build(CollectionBuilderAttribute builder, Type element, Type type, Array items)
    {
        try
        {
            return Call(s_fromSpan.MakeGenericMethod(element, type), null, [builder, items]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TCollection FromSpan<TElement, TCollection>(CollectionBuilderAttribute builder, TElement[] items)
    {
        var create = builder.BuilderType.GetMethods().First(method => method.Name == builder.MethodName
            && method.GetParameters() is [{ ParameterType.IsByRefLike: true }]);
        create = create.IsGenericMethodDefinition ? create.MakeGenericMethod(typeof(TElement)) : create;
        return create.CreateDelegate<Creator<TElement, TCollection>>()(items);
    }

    internal static object? Call(MethodInfo method, object? target, object?[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
