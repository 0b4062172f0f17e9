using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Hornet.Conformance;

/// <summary>What of a result stands in a case.</summary>
internal static class ScriptViews
{
    /// <summary>The part of a result that a view names, in the forms that the comparison knows.</summary>
    public static object? Of(string? view, object? result, Func<string> folder) => view switch
    {
        null or "lists" or "axes" => Plain(view == "axes" && result is not null
            ? ProgramProperties.Get(result, view) : result),
        "type" => result!.GetType().Name,
        "list" => Items(result),
        "batches" => Batches(result!, folder, withBatches: true),
        "paths" => Batches(result!, folder, withBatches: false),
        "two" or "two_batches" => result is ITuple { Length: 2 } pair
            ? new[] { Part(view, pair[0], folder), Part(view, pair[1], folder) }
            : throw new NotYetException($"two datasets in a {result?.GetType().Name}"),
        _ => throw new NotYetException($"the view {view}"),
    };

    /// <summary>Structures of any kind as lists and dictionaries.</summary>
    public static object? Plain(object? value) => value switch
    {
        Nested<object> { IsDictionary: true } nested =>
            nested.Keys.ToDictionary(key => key, key => Plain(nested[key])),
        Nested<object> { IsList: true } nested => nested.AsEnumerable().Select(Plain).ToArray(),
        Nested<object> nested => Plain(nested.Value),
        IList<Nested<object>> items => items.Select(Plain).ToArray(),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => Plain(tuple[i])).ToArray(),
        Variable variable => variable.Value,
        string or Tensor or JsonNode or Nested<Tensor> or Nested<Shape> or Shape or Array { Rank: > 1 } => value,
        Array array when array.GetType().GetElementType() is { IsPrimitive: true } => value,
        IDictionary entries => entries,
        IEnumerable items => items.Cast<object?>().Select(Plain).ToArray(),
        _ => value,
    };

    private static object? Part(string view, object? half, Func<string> folder) =>
        view == "two" ? Items(half) : Batches(half!, folder, withBatches: true);

    private static object?[] Items(object? result) => result switch
    {
        IDictionary entries => [.. entries.Keys.Cast<object?>()],
        IEnumerable items => [.. items.Cast<object?>().Select(Plain)],
        _ => throw new NotYetException($"the items of a {result?.GetType().Name}"),
    };

    private static Dictionary<string, object?> Batches(object dataset, Func<string> folder, bool withBatches)
    {
        var view = new Dictionary<string, object?>();
        if (withBatches)
        {
            view["batches"] = Items(dataset);
        }

        if (dataset.GetType().GetProperty("ClassNames") is { } names)
        {
            view["class_names"] = Plain(names.GetValue(dataset));
        }

        if (dataset.GetType().GetProperty("FilePaths") is { } paths)
        {
            view["file_paths"] = ((IEnumerable)paths.GetValue(dataset)!).Cast<string>()
                .Select(path => Path.GetRelativePath(folder(), path).Replace('\\', '/')).ToArray();
        }

        return view;
    }
}
