using System.Text.Json;

namespace Hornet.Testing;

/// <summary>A part of a case: an object whose fields are asked for, or a value to be read.</summary>
/// <remarks>Cases hold plain objects (steps, facts) beside values; only who asks knows which a field is.</remarks>
public readonly record struct CorpusNode
{
    private readonly CorpusSource _source;

    internal CorpusNode(JsonElement raw, CorpusSource source)
    {
        Raw = raw;
        _source = source;
    }

    /// <summary>The part as it is written.</summary>
    public JsonElement Raw { get; }

    /// <summary>Whether the part is <c>null</c>.</summary>
    public bool IsNull => Raw.ValueKind == JsonValueKind.Null;

    /// <summary>A field that must be there.</summary>
    public CorpusNode this[string field] => Find(field) ?? throw Mismatch($"an object with the field '{field}'");

    /// <summary>An item of a list.</summary>
    public CorpusNode this[int index] => Items()[index];

    /// <summary>A field, or null where the object has none of that name.</summary>
    public CorpusNode? Find(string field) =>
        Object().TryGetProperty(field, out var value) ? new CorpusNode(value, _source) : null;

    /// <summary>The fields in their order, of a plain object or of a dictionary (<c>{"m": ...}</c>).</summary>
    public IReadOnlyList<KeyValuePair<string, CorpusNode>> Fields()
    {
        var fields = new List<KeyValuePair<string, CorpusNode>>();
        foreach (var field in Object().EnumerateObject())
        {
            fields.Add(new(field.Name, new CorpusNode(field.Value, _source)));
        }

        return fields;
    }

    /// <summary>The items of a list or tuple.</summary>
    public IReadOnlyList<CorpusNode> Items()
    {
        var list = Raw.ValueKind == JsonValueKind.Object && Raw.TryGetProperty("tuple", out var tuple) ? tuple : Raw;
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Mismatch("a list");
        }

        var source = _source;
        return [.. list.EnumerateArray().Select(item => new CorpusNode(item, source))];
    }

    /// <summary>The part as a value of Keras, in one of the forms of the corpus's README.</summary>
    public CorpusValue Value() => CorpusForms.Parse(Raw, _source);

    /// <summary>The part as a value; an object in none of the forms as a plain dictionary of values.</summary>
    public CorpusValue ValueOrMap() => Raw.ValueKind == JsonValueKind.Object
        ? CorpusForms.TryParseObject(Raw, _source) ?? Map()
        : Value();

    /// <summary>The part as a dictionary of values, written as one (<c>{"m": ...}</c>) or as a plain object.</summary>
    public CorpusMap Map()
    {
        var entries = new List<KeyValuePair<string, CorpusValue>>();
        foreach (var field in Object().EnumerateObject())
        {
            entries.Add(new(field.Name, CorpusForms.Parse(field.Value, _source)));
        }

        return new CorpusMap(entries);
    }

    /// <summary>The part as text.</summary>
    public string Text() => Raw.ValueKind == JsonValueKind.String ? Raw.GetString()! : throw Mismatch("text");

    /// <summary>The part as a whole number.</summary>
    public long Integer() => Value() is CorpusInt number ? number.ToInt64() : throw Mismatch("a whole number");

    /// <summary>The part as a number, which may be infinite or no number at all.</summary>
    public double Number() => Value() switch
    {
        CorpusFloat number => number.Value,
        CorpusInt number => (double)number.Value,
        _ => throw Mismatch("a number"),
    };

    /// <summary>The part as true or false.</summary>
    public bool Flag() => Raw.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Mismatch("true or false"),
    };

    /// <inheritdoc/>
    public override string ToString() => CorpusText.Shorten(Raw.ToString());

    private JsonElement Object()
    {
        if (Raw.ValueKind != JsonValueKind.Object)
        {
            throw Mismatch("an object");
        }

        return CorpusForms.IsMap(Raw, out var inner) ? inner : Raw;
    }

    private CorpusFormatException Mismatch(string expected) =>
        _source.Error($"Expected {expected}. Received: {CorpusText.Shorten(Raw.GetRawText())}");
}
