using System.Globalization;

namespace Hornet.Serialization;

/// <summary>Variables by their numbers: how layers and optimizers are kept in files.</summary>
internal static class OwnStore
{
    public static void Save(IReadOnlyList<Variable> variables, IDictionary<string, Tensor> store)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            store[Key(i)] = variables[i].Raw;
        }
    }

    /// <summary>Assigns all values, or none and says which do not fit.</summary>
    public static void Load(IReadOnlyList<Variable> variables, IReadOnlyDictionary<string, Tensor> store)
    {
        var problems = new List<string>();
        if (variables.Count != store.Count)
        {
            problems.Add($"expected {variables.Count} values, found {store.Count}");
        }

        for (var i = 0; i < variables.Count; i++)
        {
            if (!store.TryGetValue(Key(i), out var value))
            {
                problems.Add($"'{Key(i)}' ({variables[i].Path}): expected shape {variables[i].Shape}, found none");
            }
            else if (value.Shape != variables[i].Shape)
            {
                problems.Add(
                    $"'{Key(i)}' ({variables[i].Path}): expected shape {variables[i].Shape}, found {value.Shape}");
            }
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join('\n', problems));
        }

        for (var i = 0; i < variables.Count; i++)
        {
            variables[i].Assign(store[Key(i)]);
        }
    }

    private static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);
}
