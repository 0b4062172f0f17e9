using System.Text;

namespace Hornet.Saving;

/// <summary>Gives every layer and optimizer of a model its values, or lists all that found none.</summary>
internal sealed class WeightLoader(WeightStore store)
{
    private const int MaxShown = 50;

    private readonly HashSet<object> _done = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private readonly OrderedDictionary<object, List<string>> _failed = new(ReferenceEqualityComparer.Instance);

    /// <summary>Loads a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="store">Where the values are.</param>
    /// <param name="skipMismatch">Whether what does not fit is left as it is, with a warning.</param>
    public static void Load(Model model, WeightStore store, bool skipMismatch)
    {
        var loader = new WeightLoader(store);
        loader.Visit(new SavedObject(model), "");
        if (loader._failed.Count == 0)
        {
            return;
        }

        var message = loader.Describe(model);
        if (!skipMismatch)
        {
            throw new KerasFileException(message);
        }

        Warnings.Emit(message);
    }

    private void Visit(SavedObject value, string path)
    {
        if (_done.Contains(value.Value) || !_open.Add(value.Value))
        {
            return;
        }

        // What failed at one path may be found at another.
        if (Take(value, path) is { Count: > 0 } problems)
        {
            _failed.TryAdd(value.Value, problems);
        }
        else
        {
            _failed.Remove(value.Value);
            _done.Add(value.Value);
        }

        foreach (var (below, child) in SavedTree.Children(value))
        {
            Visit(child, SavedTree.Join(path, below));
        }

        _open.Remove(value.Value);
    }

    private List<string> Take(SavedObject value, string path)
    {
        using var scope = new TensorScope();
        try
        {
            value.Take(store.Values(path));
            return [];
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or KerasFileException)
        {
            var place = SavedTree.Join(path, "vars");
            return [.. e.Message.Split('\n').Select(line => $"{place}: {value.Title}: {line.Trim()}")];
        }
    }

    private string Describe(Model model)
    {
        var problems = _failed.Values.SelectMany(list => list).ToArray();
        var text = new StringBuilder()
            .Append(model.ClassName).Append(" '").Append(model.Name)
            .Append("': expected a file with the weights of all its layers. Received one in which these do not fit:");
        foreach (var problem in problems.Take(MaxShown))
        {
            text.Append("\n  ").Append(problem);
        }

        return problems.Length > MaxShown ? $"{text}\n  and {problems.Length - MaxShown} more." : text.ToString();
    }
}
