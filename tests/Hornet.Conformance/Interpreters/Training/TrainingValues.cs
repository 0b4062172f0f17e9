using Hornet.Callbacks;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Between the data of cases and what training takes and gives.</summary>
internal static class TrainingValues
{
    /// <summary>Arrays in any structure.</summary>
    public static Nested<Tensor> Nest(CorpusValue value) => value switch
    {
        CorpusNull => Nested.Leaf<Tensor>(null),
        CorpusArray array => CorpusTensors.Of(array),
        CorpusSequence list => Nested.List<Tensor>([.. list.Items.Select(Nest)]),
        CorpusMap map => Nested.Dictionary(
            map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Nest(entry.Value)))),
        _ => throw new NotYetException($"data that is {value}"),
    };

    /// <summary>Inputs, targets and weights.</summary>
    public static Batch Batch(CorpusValue value)
    {
        var parts = ((CorpusSequence)value).Items.Select(Nest).ToArray();
        return new Batch(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    /// <summary>Weights of classes, whose numbers are text in JSON.</summary>
    public static Dictionary<int, double> ClassWeights(CorpusValue value) => ((CorpusMap)value).Entries.ToDictionary(
        entry => int.Parse(entry.Key, System.Globalization.CultureInfo.InvariantCulture), entry => Number(entry.Value));

    public static int Integer(CorpusValue value) => (int)Number(value);

    public static double Number(CorpusValue value) => value switch
    {
        CorpusInt number => number.ToInt64(),
        CorpusFloat number => number.Value,
        _ => throw new NotYetException($"a number that is {value}"),
    };

    /// <summary>Names and values in their order.</summary>
    public static object[] Pairs(Logs logs) => [.. logs.Select(pair => new object[] { pair.Key, pair.Value })];

    /// <summary>Names and the values of all epochs, in their order.</summary>
    public static object[] Pairs(History history) =>
        [.. history.Keys.Select(key => new object[] { key, history.Values(key).ToArray() })];
}
