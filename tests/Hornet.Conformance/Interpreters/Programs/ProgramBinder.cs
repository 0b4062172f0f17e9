using System.Collections;
using System.Reflection;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Turns values of a building program into arguments: what its steps have made, beside plain values.</summary>
internal sealed class ProgramBinder(IReadOnlyDictionary<string, object?> variables) : ValueBinder
{
    private const int Converted = 2;
    private readonly HornetBinder _plain = new();

    /// <summary>The object that a reference names.</summary>
    public object? this[CorpusValue reference] => variables[((CorpusReference)reference).Name];

    /// <summary>Tensors in any structure: what a layer is called with.</summary>
    public Nested<Tensor> Nest(CorpusValue value) => value switch
    {
        CorpusNull => Nested.Leaf<Tensor>(null),
        CorpusReference reference => Nest(this[reference]),
        CorpusSequence list => Nested.List<Tensor>([.. list.Items.Select(Nest)]),
        CorpusMap map => Nested.Dictionary(map.Entries.Select(entry => KeyValuePair.Create(entry.Key,
            Nest(entry.Value)))),
        CorpusInt number => (Tensor)(int)number.Value,
        CorpusFloat number => (Tensor)number.Value,
        _ => _plain.TensorOf(value) ?? throw new ArgumentException($"Expected a tensor. Received: {value}."),
    };

    protected override BoundValue? BindOwn(CorpusValue value, Type type)
    {
        if (type == typeof(Nested<Tensor>) && (HasReference(value) || value is CorpusMap))
        {
            return new BoundValue(Nest(value));
        }

        return value is CorpusReference ? Convert(this[value], type)
            : HasReference(value) ? null
            : _plain.TryBind(value, type);
    }

    private static Nested<Tensor> Nest(object? made) => made switch
    {
        null => Nested.Leaf<Tensor>(null),
        Tensor tensor => tensor,
        Nested<Tensor> nested => nested,
        IEnumerable<Tensor> tensors => tensors.ToArray(),
        _ =>
            throw new ArgumentException($"Only input tensors may be passed as positional arguments. Received: {made}."),
    };

    private static bool HasReference(CorpusValue value) => value switch
    {
        CorpusReference => true,
        CorpusSequence list => list.Items.Any(HasReference),
        CorpusMap map => map.Entries.Any(entry => HasReference(entry.Value)),
        _ => false,
    };

    private static BoundValue? Convert(object? made, Type type)
    {
        if (made is null || type.IsInstanceOfType(made))
        {
            return new BoundValue(made);
        }

        var element = type.IsArray ? type.GetElementType() : null;
        if (element is not null && made is IEnumerable items and not Tensor
            && items.Cast<object>().All(element.IsInstanceOfType))
        {
            var objects = items.Cast<object>().ToArray();
            var array = Array.CreateInstance(element, objects.Length);
            objects.CopyTo(array, 0);
            return new BoundValue(array, 1);
        }

        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method =>
            method.Name == "op_Implicit" && method.ReturnType == type
            && method.GetParameters()[0].ParameterType.IsInstanceOfType(made));
        return conversion is null ? null : new BoundValue(
            conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [made], null), Converted);
    }
}
