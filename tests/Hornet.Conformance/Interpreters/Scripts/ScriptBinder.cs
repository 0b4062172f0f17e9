using System.Text.Json.Nodes;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Turns values of a script into arguments: files, classes, functions and plain values.</summary>
internal sealed class ScriptBinder(
    IReadOnlyDictionary<string, object?> variables, Func<string, string> file, Func<string, string> scratch)
    : ValueBinder
{
    // An array of NumPy is one of .NET, where a function takes both.
    private const int Other = 5;

    private readonly ProgramBinder _plain = new(variables);

    protected override BoundValue? BindOwn(CorpusValue value, Type type)
    {
        var plain = Plain(value);
        if (!ReferenceEquals(plain, value))
        {
            return TryBind(plain, type);
        }

        return value switch
        {
            CorpusString name when type == typeof(DTypeLike) => new BoundValue((DTypeLike)name.Value, 1),
            CorpusNull when type == typeof(DTypeLike) => new BoundValue((DTypeLike)(string?)null, 1),
            CorpusSequence when type == typeof(DTypeLike[]) => null,
            CorpusMap map when type == typeof(JsonObject) => new BoundValue(KerasObjects.Json(map)),
            CorpusInt when type == typeof(Tensor) => _plain.TryBind(value, type) is { } number
                ? number with { Cost = number.Cost + Other } : null,
            CorpusArray or CorpusSequence when type == typeof(Array) => ArrayOf(value),
            CorpusArray { FromNumPy: true } when type == typeof(Tensor) =>
                _plain.TryBind(value, type) is { } bound ? bound with { Cost = bound.Cost + Other } : null,
            CorpusSequence when type == typeof(Nested<Tensor>) => new BoundValue(_plain.Nest(value)),
            CorpusFunction function when type.IsAssignableTo(typeof(Delegate)) =>
                new BoundValue(ScriptFunction.Make(function.Name, type)),
            CorpusClass known => type.IsAssignableFrom(typeof(Type))
                ? new BoundValue(KerasSymbol.Of(known.Name).Class) : null,
            CorpusObject config when type.IsAssignableFrom(typeof(JsonObject)) || IsObject(type) => Made(config, type),
            _ when type == typeof(Nested<object>) => new BoundValue(Structure(value)),
            CorpusMap map when type == typeof(object) => new BoundValue(
                map.Entries.ToDictionary(entry => entry.Key, entry => TryBind(entry.Value, type)?.Value)),
            _ when HasOwn(value) => null,
            _ => _plain.TryBind(value, type),
        };
    }

    // Files by their paths, dictionaries of text as such. Ordered ones are no structures of Hornet.
    private CorpusValue Plain(CorpusValue value) => value switch
    {
        CorpusPath path => new CorpusString(file(path.Name)),
        CorpusScratch path => new CorpusString(scratch(path.Name)),
        CorpusPairs { Kind: CorpusPairsKind.OrderedDict } => throw new NotYetException("an ordered dictionary"),
        CorpusPairs pairs => new CorpusMap([.. pairs.Entries.Select(entry => KeyValuePair.Create(
            entry.Key is CorpusString key ? key.Value : throw new NotYetException("a dictionary with other keys"),
            Plain(entry.Value)))]),
        CorpusSequence list when list.Items.Any(item => !ReferenceEquals(item, Plain(item))) =>
            list with { Items = [.. list.Items.Select(Plain)] },
        CorpusMap map when map.Entries.Any(entry => !ReferenceEquals(entry.Value, Plain(entry.Value))) =>
            new CorpusMap([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Plain(entry.Value)))]),
        _ => value,
    };

    private static bool HasOwn(CorpusValue value) => value switch
    {
        CorpusFunction or CorpusClass or CorpusObject => true,
        CorpusSequence list => list.Items.Any(HasOwn),
        _ => false,
    };

    // What Keras takes as an array of NumPy: an array of .NET, or one of the numbers of a list.
    private BoundValue? ArrayOf(CorpusValue value) =>
        value is not CorpusArray { FromNumPy: false } && _plain.TryBind(value, typeof(Tensor))?.Value is EagerTensor all
            ? new BoundValue(all.ToArray(), value is CorpusArray ? 0 : 1) : null;

    private static bool IsObject(Type type) => type is { IsValueType: false, IsArray: false } && type != typeof(string);

    private static BoundValue? Made(CorpusObject config, Type type)
    {
        var json = JsonNode.Parse(config.Json.GetRawText())!.AsObject();
        if (type == typeof(JsonObject) || type == typeof(JsonNode))
        {
            return new BoundValue(json, 1);
        }

        var made = KerasObjects.Make<object>(json);
        return type.IsInstanceOfType(made) ? new BoundValue(made) : null;
    }

    private Nested<object> Structure(CorpusValue value) => value switch
    {
        CorpusSequence list => Nested.List<object>([.. list.Items.Select(Structure)]),
        CorpusMap map => Nested.Dictionary(map.Entries.Select(
            entry => KeyValuePair.Create(entry.Key, Structure(entry.Value)))),
        _ => Nested.Leaf(TryBind(value, typeof(object))?.Value),
    };
}
