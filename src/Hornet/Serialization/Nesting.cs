using System.Runtime.CompilerServices;

namespace Hornet.Serialization;

/// <summary>How deep this thread is in nested objects: no file may fill the stack or the memory.</summary>
internal static class Nesting
{
    /// <summary>Keras's deepest models have some ten levels.</summary>
    internal const int MaxDepth = 128;

    /// <summary>The objects of one file; Keras's largest models have some ten thousand.</summary>
    internal const int MaxObjects = 1_000_000;

    [ThreadStatic]
    private static int t_depth;

    [ThreadStatic]
    private static int t_objects;

    [ThreadStatic]
    private static Dictionary<string, object>? t_shared;

    /// <summary>The objects that were read so far, by their <c>shared_object_id</c>.</summary>
    public static Dictionary<string, object> Shared => t_shared ??= [];

    /// <summary>Goes a level deeper, until disposed of.</summary>
    /// <param name="path">Where, for the error.</param>
    public static Level Enter(string path)
    {
        var level = new Level(t_depth);
        if (t_depth >= MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new KerasSerializationException(
                $"Expected at most {MaxDepth} objects within each other. Received more: {ConfigText.Shorten(path)}.");
        }

        if (t_objects >= MaxObjects)
        {
            throw new KerasSerializationException(
                $"Expected at most {MaxObjects} objects in all. Received more: {ConfigText.Shorten(path)}.");
        }

        t_depth++;
        t_objects++;
        return level;
    }

    internal readonly ref struct Level(int outer)
    {
        private readonly int _outer = outer;

        public void Dispose()
        {
            t_depth = _outer;
            if (_outer == 0)
            {
                t_objects = 0;
                t_shared = null;
            }
        }
    }
}
