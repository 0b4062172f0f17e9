using System.Text.Json;

namespace Hornet.Testing;

/// <summary>One reference case: a line of a group.</summary>
public sealed class CorpusCase
{
    // Models nest their layers' configs deeper than the reader's usual 64.
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    private readonly CorpusSource _source;

    private CorpusCase(CorpusNode root, CorpusSource source)
    {
        Root = root;
        _source = source;
        Id = root["id"].Text();
    }

    /// <summary>The case's name, the only one of its kind in the group.</summary>
    public string Id { get; }

    /// <summary>The category it belongs to.</summary>
    public string Category => _source.File.Category;

    /// <summary>The group it belongs to.</summary>
    public string Group => _source.File.Group;

    /// <summary>The number of its line, from 1.</summary>
    public int Line => _source.Line;

    /// <summary>Where it stands, for messages: <c>ops/core.jsonl line 3 (core.cast/063771)</c>.</summary>
    public string Where => $"{_source.Name} ({Id})";

    /// <summary>The line as it is written.</summary>
    public JsonElement Raw => Root.Raw;

    /// <summary>The line as an object of fields.</summary>
    public CorpusNode Root { get; }

    /// <summary>The class of the exception that Keras raises here, or null where it raises none.</summary>
    public string? Error => Root.Find("error")?.Text();

    /// <summary>The backend whose answer this is where Keras's backends differ, or null where they agree.</summary>
    public string? Backend => Root.Find("backend")?.Text();

    /// <summary>How closely results must agree: what the line says, else what the category's README says.</summary>
    public Tolerances Tolerances => CategoryTolerances.Of(this);

    /// <summary>A field that must be there.</summary>
    public CorpusNode this[string field] => Root[field];

    /// <summary>Whether the line has a field.</summary>
    public bool Has(string field) => Root.Find(field) is not null;

    /// <summary>A part of the line, found by other means.</summary>
    public CorpusNode At(JsonElement part) => new(part, _source);

    /// <summary>A field as a value of Keras.</summary>
    public CorpusValue Value(string field) => Root[field].Value();

    /// <summary>A field as a value of Keras, or null where the line has no such field.</summary>
    public CorpusValue? Find(string field) => Root.Find(field)?.Value();

    /// <summary>A field as a dictionary of values, written as one (<c>{"m": ...}</c>) or as a plain object.</summary>
    public CorpusMap Map(string field) => Root[field].Map();

    /// <inheritdoc/>
    public override string ToString() => Where;

    internal static CorpusCase Parse(string line, CorpusSource source)
    {
        try
        {
            return new CorpusCase(new CorpusNode(JsonElement.Parse(line, s_options), source), source);
        }
        catch (JsonException cause)
        {
            throw source.Error($"Expected a case as one object of JSON. {cause.Message}", cause);
        }
    }
}
