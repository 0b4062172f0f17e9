using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>What Hornet gives, in the forms that the comparison with reference cases knows.</summary>
internal static class Actual
{
    /// <summary>Tensors become arrays and specs, structures of them lists and dictionaries; the rest stays.</summary>
    public static object? Of(object? result) => result switch
    {
        EagerTensor tensor => new TensorActual(tensor),
        Tensor tensor => new SpecActual(tensor),
        DType dtype => dtype.KerasName(),
        Nested<Tensor> { IsDictionary: true } nested => nested.Keys.ToDictionary(key => key, key => Of(nested[key])),
        Nested<Tensor> { IsList: true } nested => nested.AsEnumerable().Select(Of).ToArray(),
        Nested<Tensor> nested => Of(nested.Value),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])).ToArray(),
        IDictionary entries => entries.Keys.Cast<object>().ToDictionary(key => key, key => Of(entries[key])),
        string or CorpusValue => result,
        Array array when array.GetType().GetElementType() is { IsPrimitive: true } => array,
        IEnumerable items => items.Cast<object?>().Select(Of).ToArray(),
        _ => result,
    };

    /// <summary>A result as a short text.</summary>
    public static string Text(object? received, int longest = 500)
    {
        var text = received switch
        {
            null => "None",
            string words => $"'{words}'",
            IDictionary entries => $"{{{string.Join(", ", entries.Keys.Cast<object>().Select(
                key => $"{key}: {Text(entries[key], longest)}"))}}}",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => Text(item, longest)))}]",
            _ => string.Create(CultureInfo.InvariantCulture, $"{received}"),
        };
        return text.Length <= longest ? text : $"{text[..longest]}...";
    }

    private sealed class SpecActual(Tensor tensor) : IActualSpec
    {
        public string DType => tensor.DType.KerasName();

        public IReadOnlyList<int?> Shape => tensor.Shape;

        public override string ToString() => $"{tensor}";
    }

    private sealed class TensorActual(EagerTensor tensor) : IActualArray
    {
        public string DType => tensor.DType.KerasName();

        public IReadOnlyList<int> Shape { get; } = [.. tensor.Shape.Select(axis => axis!.Value)];

        public double[] ToDoubles() => Elements(element => Convert.ToDouble(element, CultureInfo.InvariantCulture));

        public long[] ToInt64s() => Elements(element => element is ulong bits
            ? unchecked((long)bits)
            : Convert.ToInt64(element, CultureInfo.InvariantCulture));

        public Complex[] ToComplexes() => Elements(element => element is Complex number
            ? number
            : Convert.ToDouble(element, CultureInfo.InvariantCulture));

        public string[] ToStrings() => Elements(element => (string)element);

        public override string ToString() => $"{tensor}";

        private T[] Elements<T>(Func<object, T> convert) => [.. tensor.ToArray().Cast<object>().Select(convert)];
    }
}
