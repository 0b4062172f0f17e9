using System.Text.Json;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Makes objects of one kind, from configurations, names and arguments, and uses them.</summary>
internal abstract class ObjectsInterpreter<T>(string field) : Interpreter
    where T : class, IKerasSerializable
{
    public override Verdict Run(CorpusCase line)
    {
        Keras.ClearSession();
        if (line.Has("ctor"))
        {
            return Judge.Compare(line, () => KerasObjects.Construct<T>(line.Map("ctor")));
        }

        return line.Has("identifier")
            ? Judge.Compare(line, () => Known(line, KerasRegistry.Get<T>(line["identifier"].Text())), field)
            : Use(line);
    }

    /// <summary>Carries out a case that uses an object.</summary>
    protected abstract Verdict Use(CorpusCase line);

    /// <summary>The object of the case.</summary>
    protected T Make(CorpusCase line) => KerasObjects.Make<T>(line, field);

    // How often a name was given before, and which backend's class it was, depend on the recording.
    private JsonElement Known(CorpusCase line, T value)
    {
        var received = KerasRegistry.SerializeObject(value);
        if (line.Find(field) is CorpusObject expected)
        {
            received["module"] = expected.Json.GetProperty("module").GetString();
            received["registered_name"] = expected.Json.GetProperty("registered_name").GetString();
            if (received["config"]!["name"] is { } name
                && expected.Config.GetProperty("name").GetString()!.StartsWith($"{name}", StringComparison.Ordinal))
            {
                received["config"]!["name"] = expected.Config.GetProperty("name").GetString();
            }
        }

        return JsonElement.Parse(received.ToJsonString());
    }
}
