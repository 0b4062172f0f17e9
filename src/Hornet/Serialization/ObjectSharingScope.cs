using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>While open, objects that are written twice get a <c>shared_object_id</c>: how models are saved.</summary>
internal sealed class ObjectSharingScope : IDisposable
{
    [ThreadStatic]
    private static ObjectSharingScope? t_current;

    private readonly Dictionary<object, JsonObject> _first = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly ObjectSharingScope? _outer = t_current;

    private ObjectSharingScope()
    {
    }

    public static ObjectSharingScope Open() => t_current = new ObjectSharingScope();

    public static void Record(object value, JsonObject written)
    {
        if (t_current is not { } scope || scope._first.TryAdd(value, written))
        {
            return;
        }

        if (!scope._ids.TryGetValue(value, out var id))
        {
            id = scope._ids[value] = scope._ids.Count + 1;
            scope._first[value]["shared_object_id"] = id;
        }

        written["shared_object_id"] = id;
    }

    public void Dispose() => t_current = _outer;
}
